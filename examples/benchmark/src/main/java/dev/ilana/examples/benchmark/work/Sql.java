package dev.ilana.examples.benchmark.work;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.List;

/** What hand-written statements say differently on each database. */
public interface Sql {

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
}
