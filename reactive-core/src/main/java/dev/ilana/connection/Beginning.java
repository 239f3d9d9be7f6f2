package dev.ilana.connection;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.sql.Sql;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.TransactionDefinition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How a transaction of some kind begins on a connection, and what of it is set back before the connection goes back. */
final class Beginning {

    private final Dialect dialect;
    private final Executor executor;
    private final Definition definition;

    private Beginning(Dialect dialect, Executor executor, Definition definition) {
        this.dialect = dialect;
        this.executor = executor;
        this.definition = definition;
    }

    /**
     * As the options say.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException when the database can't
     */
    static Beginning of(TransactionOptions options, Dialect dialect, Executor executor) {
        Isolation isolation = options.isolation();
        if (options.isReadOnly()) {
            dialect.require(
                    Capability.READ_ONLY_TRANSACTION, "leave readOnly() out, or connect as a user who may only read");
        }
        return new Beginning(
                dialect,
                executor,
                new Definition(isolation == null ? null : isolation.level(), options.isReadOnly() ? true : null));
    }

    /** With one snapshot for all statements, where the database can. */
    static Beginning ofSnapshot(Dialect dialect, Executor executor) {
        IsolationLevel level = dialect.supports(Capability.SNAPSHOT) ? IsolationLevel.REPEATABLE_READ : null;
        return new Beginning(dialect, executor, new Definition(level, null));
    }

    /** One round trip where nothing is asked for; where the driver begins it as asked, what it needs. */
    Mono<Void> on(Connection connection) {
        if (definition.equals(Definition.NONE)) {
            return Mono.from(connection.beginTransaction());
        }
        return setsSession()
                ? set(connection, definition.isolation())
                        .then(Mono.defer(() -> Mono.from(connection.beginTransaction())))
                : Mono.from(connection.beginTransaction(definition));
    }

    /** What was set for the session, and not for the transaction, is as the driver says that it was before. */
    Mono<Void> undo(Connection connection) {
        return Mono.defer(() -> set(connection, connection.getTransactionIsolationLevel()));
    }

    /** Whether there is something to {@link #undo}. */
    boolean setsSession() {
        return definition.isolation() != null && dialect.sessionIsolation(definition.isolation()) != null;
    }

    private Mono<Void> set(Connection connection, @Nullable IsolationLevel level) {
        String statement = level == null ? null : dialect.sessionIsolation(level);
        return statement == null ? Mono.empty() : executor.send(connection, Sql.of(statement));
    }

    /** What a driver is told of a transaction; null of what it is not told of. */
    private record Definition(
            @Nullable IsolationLevel isolation, @Nullable Boolean readOnly) implements TransactionDefinition {

        static final Definition NONE = new Definition(null, null);

        @Override
        public <T> @Nullable T getAttribute(Option<T> option) {
            Object value = option.equals(ISOLATION_LEVEL) ? isolation : option.equals(READ_ONLY) ? readOnly : null;
            return value == null ? null : option.cast(value);
        }
    }
}
