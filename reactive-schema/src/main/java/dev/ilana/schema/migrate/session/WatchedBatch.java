package dev.ilana.schema.migrate.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;

/** A batch that tells of its statements as of one. */
final class WatchedBatch implements Batch {

    private final Batch delegate;
    private final StatementWatch watch;
    private final List<String> statements = new ArrayList<>();

    WatchedBatch(Batch delegate, StatementWatch watch) {
        this.delegate = delegate;
        this.watch = watch;
    }

    @Override
    @CanIgnoreReturnValue
    public Batch add(String sql) {
        var unused = delegate.add(sql);
        statements.add(sql);
        return this;
    }

    @Override
    public Flux<Result> execute() {
        String sql = String.join("; ", statements);
        return watch.before(sql).thenMany(Flux.defer(() -> {
            long start = System.nanoTime();
            return Flux.<Result>from(delegate.execute())
                    .doOnComplete(() -> watch.answered(sql, Duration.ofNanos(System.nanoTime() - start)));
        }));
    }
}
