package dev.ilana.schema.migrate.session;

import dev.ilana.connection.around.ConnectionAround;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.time.Duration;
import reactor.core.publisher.Flux;

/** A connection that tells when its statements are sent and answered, of those of a batch as of one. */
final class WatchedConnection extends ConnectionAround {

    private final StatementWatch watch;

    WatchedConnection(Connection delegate, StatementWatch watch) {
        super(delegate);
        this.watch = watch;
    }

    @Override
    protected Flux<Result> around(String sql, Flux<Result> execution) {
        return watch.before(sql).thenMany(Flux.defer(() -> {
            long start = System.nanoTime();
            return execution.doOnComplete(() -> watch.answered(sql, Duration.ofNanos(System.nanoTime() - start)));
        }));
    }
}
