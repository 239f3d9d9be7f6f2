package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Sql;
import dev.ilana.examples.benchmark.work.UserRow;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tables that are read, and those that are written to, by statements of their database: no contestant's work. All of it
 * blocks.
 */
final class Tables implements AutoCloseable {

    static final int POSTS_OF_A_USER = 10;
    static final int COMMENTS_OF_A_POST = 3;

    private static final String NEW_USERS =
            "SELECT id, name, email, age, active, balance, created_at, updated_at FROM new_users ORDER BY email";

    private static final String COPY =
            "INSERT INTO new_users (name, email, age, active, balance, created_at, updated_at)"
                    + " SELECT name, email, age, active, balance, created_at, updated_at FROM users ORDER BY id";

    /** What is in the table that is written to before a contestant's turn. */
    enum NewUsers {
        UNTOUCHED,
        NONE,
        ALL
    }

    private final Sql sql;
    private final Connection connection;

    private Tables(Sql sql, Connection connection) {
        this.sql = sql;
        this.connection = connection;
    }

    /** Creates and fills them. */
    static Tables create(Address address, Scale scale) {
        Sql sql = address.sql();
        Connection connection = Mono.<Connection>from(
                        address.connections(sql.options()).create())
                .blockOptional()
                .orElseThrow();
        Tables tables = new Tables(sql, connection);
        new TableScript(sql, scale).statements().forEach(tables::execute);
        return tables;
    }

    /** Empties the tables that are written to, or makes {@code new_users} what {@code users} is. */
    void prepare(NewUsers users) {
        if (users != NewUsers.UNTOUCHED) {
            sql.emptied(TableScript.WRITTEN).forEach(this::execute);
        }
        if (users == NewUsers.ALL) {
            execute(COPY);
        }
    }

    /** The rows of the table that is written to. */
    List<UserRow> newUsers() {
        return Flux.from(connection.createStatement(NEW_USERS).execute())
                .concatMap(result -> result.map(UserRow::of))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private void execute(String statement) {
        Flux.from(connection.createStatement(statement).execute())
                .concatMap(Result::getRowsUpdated)
                .onErrorMap(e -> new IllegalStateException("the tables can't be prepared by: " + statement, e))
                .blockLast();
    }

    @Override
    public void close() {
        Mono.from(connection.close()).block();
    }
}
