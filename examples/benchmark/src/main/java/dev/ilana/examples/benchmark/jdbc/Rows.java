package dev.ilana.examples.benchmark.jdbc;

import dev.ilana.examples.benchmark.work.CommentRow;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.EventRow;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import dev.ilana.examples.benchmark.work.WeighedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Rows read by index. */
final class Rows {

    static final String USER = "id, name, email, age, active, balance, created_at, updated_at";

    private Rows() {}

    /** What is made of the row that is next. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    static UserRow user(ResultSet row) throws SQLException {
        return new UserRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getBigDecimal(6),
                instant(row, 7),
                instant(row, 8));
    }

    /** A user and a number behind it. */
    static CountedUser counted(ResultSet row) throws SQLException {
        return new CountedUser(user(row), row.getLong(9));
    }

    static PostRow post(ResultSet row) throws SQLException {
        return new PostRow(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4), instant(row, 5));
    }

    static CommentRow comment(ResultSet row) throws SQLException {
        return new CommentRow(row.getLong(1), row.getLong(2), row.getString(3), instant(row, 4));
    }

    static EventRow event(ResultSet row) throws SQLException {
        return new EventRow(row.getLong(1), row.getString(2), row.getString(3), instant(row, 4));
    }

    /** An event and a number behind it. */
    static WeighedEvent weighed(ResultSet row) throws SQLException {
        return new WeighedEvent(event(row), row.getInt(5));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
