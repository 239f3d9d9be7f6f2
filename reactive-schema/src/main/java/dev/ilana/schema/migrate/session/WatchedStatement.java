package dev.ilana.schema.migrate.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import reactor.core.publisher.Flux;

/** A statement that tells when it is sent and answered. */
record WatchedStatement(Statement delegate, String sql, StatementWatch watch) implements Statement {

    @Override
    @CanIgnoreReturnValue
    public Statement add() {
        delegate.add();
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(int index, Object value) {
        delegate.bind(index, value);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(String name, Object value) {
        delegate.bind(name, value);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(int index, Class<?> type) {
        delegate.bindNull(index, type);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(String name, Class<?> type) {
        delegate.bindNull(name, type);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement returnGeneratedValues(String... columns) {
        delegate.returnGeneratedValues(columns);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement fetchSize(int rows) {
        delegate.fetchSize(rows);
        return this;
    }

    @Override
    public Flux<Result> execute() {
        return watch.before(sql).thenMany(Flux.defer(() -> {
            long start = System.nanoTime();
            return Flux.<Result>from(delegate.execute())
                    .doOnComplete(() -> watch.answered(sql, Duration.ofNanos(System.nanoTime() - start)));
        }));
    }
}
