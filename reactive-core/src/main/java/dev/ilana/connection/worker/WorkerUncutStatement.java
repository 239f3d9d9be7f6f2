package dev.ilana.connection.worker;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;

/**
 * A statement with a semicolon in its text: r2dbc-h2 cuts a statement at each of them, those in strings and bodies of
 * routines included, but leaves those of a batch alone. A batch takes no values, so it is one only where there are none.
 */
final class WorkerUncutStatement implements Statement {

    private final Connection connection;
    private final Statement statement;
    private final String sql;
    private boolean plain = true;

    private WorkerUncutStatement(Connection connection, String sql) {
        this.connection = connection;
        this.statement = connection.createStatement(sql);
        this.sql = sql;
    }

    /** The driver's own statement, where it has nothing to cut. */
    static Statement of(Connection connection, String sql) {
        return sql.indexOf(';') < 0 ? connection.createStatement(sql) : new WorkerUncutStatement(connection, sql);
    }

    @Override
    @CanIgnoreReturnValue
    public Statement add() {
        return with(Statement::add);
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(int index, Object value) {
        return with(own -> own.bind(index, value));
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(String name, Object value) {
        return with(own -> own.bind(name, value));
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(int index, Class<?> type) {
        return with(own -> own.bindNull(index, type));
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(String name, Class<?> type) {
        return with(own -> own.bindNull(name, type));
    }

    @Override
    @CanIgnoreReturnValue
    public Statement returnGeneratedValues(String... columns) {
        return with(own -> own.returnGeneratedValues(columns));
    }

    @Override
    public Publisher<? extends Result> execute() {
        return plain ? connection.createBatch().add(sql).execute() : statement.execute();
    }

    private Statement with(Consumer<Statement> said) {
        said.accept(statement);
        plain = false;
        return this;
    }
}
