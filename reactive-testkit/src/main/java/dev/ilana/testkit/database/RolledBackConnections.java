package dev.ilana.testkit.database;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The connections of a class whose tests are rolled back. One that a test has left as it was is the next one's. */
final class RolledBackConnections {

    private final Dialect dialect;
    private final ConnectionFactory driver;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    RolledBackConnections(Database database) {
        this.dialect = database.dialect();
        this.driver = driver(database);
    }

    /** What opens the database's own connections, which it shows to who wraps them. */
    private static ConnectionFactory driver(Database database) {
        CompletableFuture<ConnectionFactory> shown = new CompletableFuture<>();
        database.onDedicatedConnection(
                        driver -> {
                            shown.complete(driver);
                            return driver;
                        },
                        unopened -> Mono.<Void>empty())
                .blockLast();
        return shown.join();
    }

    Dialect dialect() {
        return dialect;
    }

    ConnectionFactoryMetadata metadata() {
        return driver.getMetadata();
    }

    Mono<Connection> take() {
        return Mono.defer(() -> {
            Connection kept = idle.poll();
            return kept == null ? Mono.<Connection>from(driver.create()) : Mono.just(kept);
        });
    }

    void giveBack(Connection connection) {
        var unused = idle.add(connection);
    }

    /** Completes when all of them are closed. */
    Mono<Void> close() {
        return Flux.<Connection>generate(next -> {
                    Connection connection = idle.poll();
                    if (connection == null) {
                        next.complete();
                    } else {
                        next.next(connection);
                    }
                })
                .concatMap(Connection::close)
                .then();
    }
}
