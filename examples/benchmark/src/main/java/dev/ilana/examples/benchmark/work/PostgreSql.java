package dev.ilana.examples.benchmark.work;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.List;

/** PostgreSQL's. */
public final class PostgreSql implements Sql {

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
}
