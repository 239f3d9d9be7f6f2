package dev.ilana.connection.around;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;

/** A statement whose execution is done within something else: after a wait, say, or not at all. */
public final class StatementAround implements Statement {

    private final UnaryOperator<Flux<Result>> around;
    private Statement delegate;

    /** @param around what becomes of its execution, which begins when it is subscribed */
    public StatementAround(Statement delegate, UnaryOperator<Flux<Result>> around) {
        this.delegate = delegate;
        this.around = around;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement add() {
        delegate = delegate.add();
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(int index, Object value) {
        delegate = delegate.bind(index, value);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(String name, Object value) {
        delegate = delegate.bind(name, value);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(int index, Class<?> type) {
        delegate = delegate.bindNull(index, type);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(String name, Class<?> type) {
        delegate = delegate.bindNull(name, type);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement fetchSize(int rows) {
        delegate = delegate.fetchSize(rows);
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement returnGeneratedValues(String... columns) {
        delegate = delegate.returnGeneratedValues(columns);
        return this;
    }

    @Override
    public Flux<Result> execute() {
        return around.apply(Flux.<Result>defer(() -> Flux.from(delegate.execute())));
    }
}
