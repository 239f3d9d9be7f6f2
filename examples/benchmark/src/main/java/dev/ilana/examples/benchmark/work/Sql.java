package dev.ilana.examples.benchmark.work;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.List;

/** What is said differently to each database, by hand-written code and by the tables' own. */
public interface Sql {

    /** What people call the database. */
    String product();

    /** What its driver is called in an R2DBC URL. */
    String driver();

    /** The options of the driver without which answers would be wrong, as the end of a URL; empty where there are none. */
    String options();

    /** The same with those that {@code Database.connect} sets for speed. */
    String tunedOptions();

    // Statements by hand

    /** The statement, in which values are written as {@code $1}, {@code $2} in the order in which they are bound. */
    String marked(String statement);

    /** How the value of that number is marked, counted from 1. */
    String marker(int number);

    /**
     * A statement with its keys bound.
     *
     * @param select what ends with the column that is to be one of them
     */
    Statement withKeys(Connection connection, String select, List<Long> keys);

    /** One statement that makes all these {@code new_users} a year older, and notes the time of that. */
    Statement birthdays(Connection connection, List<UserRow> users, Instant time);

    // Tables

    /** A key that the database makes, as the type of a column. */
    String generatedKey();

    /** An instant to the microsecond, as the type of a column. */
    String instant();

    /** What the numbers from one to the other are selected from, as a column {@code n}. */
    String numbers(int from, int to);

    /**
     * An instant so much after another.
     *
     * @param instant as {@code 2024-01-01 00:00:00.123456}, in UTC
     * @param count an expression
     * @param unit as {@code minute}
     */
    String after(String instant, String count, String unit);

    /** What empties the tables, and begins their keys anew. */
    List<String> emptied(List<String> tables);

    /** What lets the database look at what is in the tables. */
    String analyzed(List<String> tables);
}
