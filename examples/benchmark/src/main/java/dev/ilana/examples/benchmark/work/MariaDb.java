package dev.ilana.examples.benchmark.work;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** MariaDB's, by io.asyncer r2dbc-mysql. Instants are kept as UTC in columns that know no zone. */
final class MariaDb implements Sql {

    /** Otherwise instants shift by the zone of this JVM. */
    private static final String UTC = "?connectionTimeZone=UTC";

    @Override
    public String product() {
        return "MariaDB";
    }

    @Override
    public String driver() {
        return "mysql";
    }

    @Override
    public String options() {
        return UTC;
    }

    @Override
    public String tunedOptions() {
        return UTC + "&useServerPrepareStatement=true&prepareCacheSize=256";
    }

    @Override
    public String marked(String statement) {
        return statement.replaceAll("\\$\\d+", "?");
    }

    @Override
    public String marker(int number) {
        return "?";
    }

    @Override
    public Statement withKeys(Connection connection, String select, List<Long> keys) {
        String places = String.join(", ", Collections.nCopies(keys.size(), "?"));
        Statement statement = connection.createStatement(select + " IN (" + places + ")");
        for (int i = 0; i < keys.size(); i++) {
            statement.bind(i, keys.get(i));
        }
        return statement;
    }

    @Override
    public Statement birthdays(Connection connection, List<UserRow> users, Instant time) {
        String others = " UNION ALL SELECT ?, ?".repeat(users.size() - 1);
        Statement statement = connection.createStatement("UPDATE new_users JOIN (SELECT ? AS id, ? AS age" + others
                + ") AS changed ON changed.id = new_users.id SET new_users.age = changed.age, updated_at = ?");
        int index = 0;
        for (UserRow user : users) {
            statement.bind(index++, user.id()).bind(index++, user.age() + 1);
        }
        return statement.bind(index, time);
    }

    @Override
    public String generatedKey() {
        return "bigint AUTO_INCREMENT PRIMARY KEY";
    }

    @Override
    public String instant() {
        return "datetime(6)";
    }

    @Override
    public String numbers(int from, int to) {
        return "(SELECT seq AS n FROM seq_" + from + "_to_" + to + ") AS numbers";
    }

    @Override
    public String after(String instant, String count, String unit) {
        return "timestamp '" + instant + "' + interval " + count + " " + unit;
    }

    @Override
    public List<String> emptied(List<String> tables) {
        return tables.stream().map(table -> "TRUNCATE " + table).toList();
    }

    @Override
    public String analyzed(List<String> tables) {
        return "ANALYZE TABLE " + String.join(", ", tables);
    }
}
