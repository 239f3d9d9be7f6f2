package dev.ilana.examples.benchmark.work;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.List;

/** PostgreSQL's. */
final class PostgreSql implements Sql {

    private static final String BIRTHDAYS = "UPDATE new_users SET age = changed.age, updated_at = $1"
            + " FROM unnest($2::bigint[], $3::integer[]) AS changed(id, age) WHERE new_users.id = changed.id";

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public String driver() {
        return "postgresql";
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public String tunedOptions() {
        return "?forceBinary=true&preparedStatementCacheQueries=256";
    }

    @Override
    public String marked(String statement) {
        return statement;
    }

    @Override
    public String marker(int number) {
        return "$" + number;
    }

    /** An array is one value: the same text for any number of them. */
    @Override
    public Statement withKeys(Connection connection, String select, List<Long> keys) {
        return connection.createStatement(select + " = ANY($1)").bind(0, keys.toArray(Long[]::new));
    }

    @Override
    public Statement birthdays(Connection connection, List<UserRow> users, Instant time) {
        return connection
                .createStatement(BIRTHDAYS)
                .bind(0, time)
                .bind(1, users.stream().map(UserRow::id).toArray(Long[]::new))
                .bind(2, users.stream().map(user -> user.age() + 1).toArray(Integer[]::new));
    }

    @Override
    public String generatedKey() {
        return "bigserial PRIMARY KEY";
    }

    @Override
    public String instant() {
        return "timestamptz";
    }

    @Override
    public String numbers(int from, int to) {
        return "generate_series(" + from + ", " + to + ") AS n";
    }

    @Override
    public String after(String instant, String count, String unit) {
        return "timestamptz '" + instant + "Z' + " + count + " * interval '1 " + unit + "'";
    }

    @Override
    public List<String> emptied(List<String> tables) {
        return List.of("TRUNCATE " + String.join(", ", tables) + " RESTART IDENTITY");
    }

    @Override
    public String analyzed(List<String> tables) {
        return "VACUUM ANALYZE " + String.join(", ", tables);
    }
}
