package dev.ilana.connection;

import dev.ilana.error.IlanaException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** Asks a database whether it is there. */
record HealthCheck(Connections connections, Duration limit) {

    Mono<Health> run() {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            // An answer that is late is none: who waits must be able to tell somebody.
            return Mono.deferContextual(context -> connections.use(context, HealthCheck::answer))
                    .timeout(limit)
                    .map(product -> new Health(true, product, since(start), connections.health(), null))
                    .onErrorResume(error ->
                            Mono.just(new Health(false, null, since(start), connections.health(), words(error))));
        });
    }

    private static Mono<String> answer(Connection connection) {
        return Mono.from(connection.validate(ValidationDepth.REMOTE))
                .filter(Boolean.TRUE::equals)
                .switchIfEmpty(Mono.error(NoAnswer::new))
                .map(answered -> product(connection.getMetadata()));
    }

    private static String product(ConnectionMetadata metadata) {
        return metadata.getDatabaseProductName() + " " + metadata.getDatabaseVersion();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What a driver says may quote anything; our own errors don't. */
    private String words(Throwable error) {
        if (error instanceof TimeoutException) {
            return "no answer within " + limit.toMillis() + " ms";
        }
        return error instanceof IlanaException || error instanceof NoAnswer
                ? String.valueOf(error.getMessage())
                : error.getClass().getSimpleName();
    }

    /** The connection says that it is of no use, but not why. */
    private static final class NoAnswer extends RuntimeException {
        NoAnswer() {
            super("the connection is dead", null, false, false);
        }
    }
}
