package dev.ilana.testkit.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One plain R2DBC connection, used blocking: this is the edge of a test. */
final class AdminConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;

    private AdminConnection(Connection connection) {
        this.connection = connection;
    }

    static AdminConnection open(String url) {
        return open(url, PATIENCE);
    }

    static AdminConnection open(String url, Duration patience) {
        Connection connection = await(Mono.from(ConnectionFactories.get(url).create()), patience);
        if (connection == null) {
            throw new IllegalStateException("The driver gave no connection.");
        }
        return new AdminConnection(connection);
    }

    void execute(String sql) {
        var unused = await(
                Flux.from(connection.createStatement(sql).execute())
                        .flatMap(Result::getRowsUpdated)
                        .then(),
                PATIENCE);
    }

    /** Returns the first column of every row as text. */
    List<String> column(String sql) {
        List<String> values = await(
                Flux.from(connection.createStatement(sql).execute())
                        .concatMap(result -> result.map(row -> String.valueOf(row.get(0))))
                        .collectList(),
                PATIENCE);
        return values == null ? List.of() : values;
    }

    @Override
    public void close() {
        var unused = await(Mono.from(connection.close()), PATIENCE);
    }

    private static <T> @Nullable T await(Mono<T> mono, Duration patience) {
        try {
            return mono.block(patience);
        } catch (RuntimeException e) {
            throw new IllegalStateException("The database server refused: " + e.getMessage(), e);
        }
    }
}
