package dev.ilana.examples.benchmark.jdbc;

import dev.ilana.examples.benchmark.work.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** What writes, on a connection that is in a transaction where one is needed. */
final class Writes {

    private static final String INSERT =
            "INSERT INTO new_users (name, email, age, active, balance, created_at, updated_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String FIRST = "SELECT " + Rows.USER + " FROM new_users ORDER BY id LIMIT ?";
    private static final String BIRTHDAY = "UPDATE new_users SET age = ?, updated_at = ? WHERE id = ?";

    private static final int BATCH = 1_000;

    private Writes() {}

    static long insert(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT, new String[] {"id"})) {
            bind(statement, UserRow.numbered(number));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    static long insert(Connection connection, int first, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            return batches(statement, first, count, Writes::written);
        }
    }

    /** Gives how many keys there are. */
    static long insertForKeys(Connection connection, int first, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT, new String[] {"id"})) {
            return batches(statement, first, count, Writes::keys);
        }
    }

    /** What is done with a full batch. */
    @FunctionalInterface
    private interface Batch {
        long execute(PreparedStatement statement) throws SQLException;
    }

    private static long batches(PreparedStatement statement, int first, int count, Batch batch) throws SQLException {
        long added = 0;
        for (int i = 0; i < count; i++) {
            bind(statement, UserRow.numbered(first + i));
            statement.addBatch();
            if ((i + 1) % BATCH == 0 || i + 1 == count) {
                added += batch.execute(statement);
            }
        }
        return added;
    }

    private static long written(PreparedStatement statement) throws SQLException {
        return Arrays.stream(statement.executeBatch()).filter(rows -> rows != 0).count();
    }

    private static long keys(PreparedStatement statement) throws SQLException {
        statement.executeBatch();
        long keys = 0;
        try (ResultSet rows = statement.getGeneratedKeys()) {
            while (rows.next()) {
                keys += rows.getLong(1) > 0 ? 1 : 0;
            }
        }
        return keys;
    }

    /** As one batch; gives how many rows it were. */
    static long birthdays(Connection connection, int limit) throws SQLException {
        List<UserRow> users = Reads.limited(connection, FIRST, limit, Rows::user);
        try (PreparedStatement statement = connection.prepareStatement(BIRTHDAY)) {
            for (UserRow user : users) {
                bindBirthday(statement, user.age() + 1, user.id());
                statement.addBatch();
            }
            return written(statement);
        }
    }

    private static void bindBirthday(PreparedStatement statement, int age, long id) throws SQLException {
        statement.setInt(1, age);
        statement.setObject(2, time(Instant.now()));
        statement.setLong(3, id);
    }

    private static void bind(PreparedStatement statement, UserRow row) throws SQLException {
        statement.setString(1, row.name());
        statement.setString(2, row.email());
        statement.setInt(3, row.age());
        statement.setBoolean(4, row.active());
        statement.setBigDecimal(5, row.balance());
        statement.setObject(6, time(row.createdAt()));
        statement.setObject(7, time(row.updatedAt()));
    }

    static int birthday(Connection connection, long id) throws SQLException {
        int age = Reads.find(connection, "new_users", id).orElseThrow().age() + 1;
        try (PreparedStatement statement = connection.prepareStatement(BIRTHDAY)) {
            bindBirthday(statement, age, id);
            statement.executeUpdate();
        }
        return age;
    }

    static long addAgeAndCount(Connection connection, int number) throws SQLException {
        long id = insert(connection, number);
        try (PreparedStatement statement = connection.prepareStatement("UPDATE new_users SET age = ? WHERE id = ?")) {
            statement.setInt(1, 99);
            statement.setLong(2, id);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM new_users WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
