package dev.ilana.connection.worker;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import reactor.core.publisher.Flux;

/** A statement that runs on its connection's own thread. */
record WorkerStatement(Statement delegate, WorkerThread thread) implements Statement {

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
    public Flux<? extends Result> execute() {
        return thread.<Result>flux(delegate::execute).map(result -> new WorkerResult(result, thread));
    }
}
