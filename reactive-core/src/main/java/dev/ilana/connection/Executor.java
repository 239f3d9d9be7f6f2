package dev.ilana.connection;

import static java.util.Objects.requireNonNull;

import dev.ilana.dialect.Dialect;
import dev.ilana.sql.Copy;
import dev.ilana.sql.Sql;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Sends statements: the only place where {@code Statement.execute} is called.
 *
 * <p>A statement runs on the transaction of the Reactor Context, in its turn, or else on a connection of its own. Either
 * way its result is read to the end before anything is given out, so nothing waits on a slow subscriber and a
 * subscriber may query again.
 */
public final class Executor {

    private final Database database;
    private final Dialect dialect;
    private final Servers servers;
    private final ErrorTranslator errors;
    private final ResultCache cache;
    private final Observers observers;

    Executor(
            Database database,
            Dialect dialect,
            Servers servers,
            ErrorTranslator errors,
            ResultCache cache,
            Observers observers) {
        this.database = database;
        this.dialect = dialect;
        this.servers = servers;
        this.errors = errors;
        this.cache = cache;
        this.observers = observers;
    }

    /** All rows of the statement; an empty list when it has none. */
    public <T> Mono<List<T>> list(Sql sql, RowReader<T> reader) {
        return completed(
                sql, known -> onConnection(known, Mono.empty(), connection -> rows(connection, known, reader)));
    }

    /** All rows of the statement, from the cache where it has them not older than that. */
    public <T> Mono<List<T>> remembered(Sql sql, RowReader<T> reader, Duration duration) {
        // What is remembered is a tenant's own: its value is known before the cache is asked.
        return completed(
                sql,
                known -> Mono.deferContextual(context -> {
                    Transaction transaction = database.transactionIn(context);
                    if (DryRun.in(context) != null
                            || (transaction != null
                                    && !transaction.whole().writes().isEmpty())) {
                        return list(known, reader);
                    }
                    // A transaction may see the database as it was; what it reads is for itself.
                    boolean keep = transaction == null;
                    return cache.remembered(known, reader, duration, dialect, keep, plain -> list(known, plain));
                }));
    }

    /** How many rows the statement wrote; 0 for one that writes none. */
    public Mono<Long> update(Sql sql) {
        return completed(sql, known -> onConnection(known, Mono.just(0L), connection -> updated(connection, known)));
    }

    /**
     * The statement with all that it takes from the Context, as it would be sent.
     *
     * @throws dev.ilana.error.MissingTenantException as an error, when it is of a tenant and the Context has none
     */
    public Mono<Sql> completed(Sql sql) {
        return completed(sql, Mono::just);
    }

    private <T> Mono<T> completed(Sql sql, Function<Sql, Mono<T>> work) {
        return completing(sql, complete -> work.apply(complete.apply(sql)));
    }

    /** The work, which is given what puts all into its statements that they take from the Context, where this one takes some. */
    private <T> Mono<T> completing(Sql sql, Function<UnaryOperator<Sql>, Mono<T>> work) {
        return sql.awaitsTenant()
                ? Mono.deferContextual(context -> {
                    Object tenant = Tenant.in(context);
                    return work.apply(statement -> statement.ofTenant(tenant, database.tenantSchemas()));
                })
                : work.apply(UnaryOperator.identity());
    }

    /** Sends a statement of the library's own on that connection, in whose turn this is said. */
    Mono<Void> send(Connection connection, Sql sql) {
        return Mono.defer(() -> updated(connection, sql)).then();
    }

    private Mono<Long> updated(Connection connection, Sql sql) {
        return observed(
                sql, sent(connection, sql).concatMap(Result::getRowsUpdated).reduce(0L, Long::sum), count -> count);
    }

    /** Adds rows in bulk, or by the other statement where the connection or the table has no way for it; gives their number. */
    public Mono<Long> copy(Copy copy, CopyTypes types, Supplier<Sql> otherwise) {
        return completing(
                copy.sql(), complete -> copied(copy.completed(complete), types, () -> complete.apply(otherwise.get())));
    }

    private Mono<Long> copied(Copy copy, CopyTypes known, Supplier<Sql> otherwise) {
        return onConnection(copy.sql(), Mono.just(0L), connection -> {
            var copying = dialect.copyIn(connection, copy);
            return copying == null
                    ? updated(connection, otherwise.get())
                    : types(connection, copy, known)
                            .flatMap(types -> types.isEmpty()
                                    ? updated(connection, otherwise.get())
                                    : observed(
                                            copy.sql(),
                                            Mono.defer(() -> Mono.from(copying.apply(types))),
                                            count -> count));
        });
    }

    /** In a transaction, whose first rows keep the table as it is, asked once. Else it may have become another, or a view. */
    private Mono<Map<String, Long>> types(Connection connection, Copy copy, CopyTypes known) {
        return Mono.deferContextual(context -> database.transactionIn(context) == null
                ? types(connection, copy)
                : known.orElse(types(connection, copy)));
    }

    private Mono<Map<String, Long>> types(Connection connection, Copy copy) {
        return observed(
                copy.question(),
                sent(connection, copy.question())
                        .concatMap(result -> result.map(row -> Map.entry(
                                requireNonNull(row.get(0, String.class)), requireNonNull(row.get(1, Long.class)))))
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue),
                Map::size);
    }

    private <T> Mono<List<T>> rows(Connection connection, Sql sql, RowReader<T> reader) {
        return observed(
                sql,
                sent(connection, sql)
                        .concatMap(result -> result.map(reader::read))
                        .collectList(),
                List::size);
    }

    /** What the driver refuses by itself, as it reads the text or takes a value, is an error of the statement too. */
    private Flux<Result> sent(Connection connection, Sql sql) {
        try {
            return Flux.from(statement(connection, sql).execute());
        } catch (RuntimeException e) {
            return Flux.error(e);
        }
    }

    private Statement statement(Connection connection, Sql sql) {
        Statement statement = connection.createStatement(sql.text());
        dialect.bind(statement, sql);
        if (!sql.returning().isEmpty()) {
            statement = statement.returnGeneratedValues(sql.returning().toArray(String[]::new));
        }
        return statement;
    }

    /** @param unsent what comes of it where the statement is noted and not sent */
    private <T> Mono<T> onConnection(Sql sql, Mono<T> unsent, Function<Connection, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            DryRun dryRun = DryRun.in(context);
            if (dryRun != null) {
                dryRun.note(sql);
                return unsent;
            }
            QueryWatch.sent(sql, context);
            if (sql.writes()) {
                ChainWrites.note(database.itself(), context);
            }
            Transaction transaction = database.transactionIn(context);
            if (transaction == null) {
                return alone(sql, work, context);
            }
            if (sql.writes()) {
                transaction.whole().writes().add(sql.tables());
            }
            transaction.whole().changesSession(changesSession(sql));
            return transaction.inTurn(work);
        });
    }

    private <T> Mono<T> alone(Sql sql, Function<Connection, Mono<T>> work, ContextView context) {
        Function<Connection, Mono<T>> whole =
                sql.writes() ? connection -> cache.afterwards(work.apply(connection), sql.tables()) : work;
        if (changesSession(sql)) {
            return servers.primary().useUp(context, whole);
        }
        return sql.writes() ? servers.primary().use(context, whole) : servers.read(whole, context);
    }

    /** Only a user's own statement can: one that is made here says which tables it is of. */
    private boolean changesSession(Sql sql) {
        return sql.tables() == null && dialect.changesSession(sql.text());
    }

    private <T> Mono<T> observed(Sql sql, Mono<T> statement, ToLongFunction<T> rows) {
        Mono<T> translated = statement.onErrorMap(error -> errors.ofStatement(error, sql));
        return observers.hearQueries() ? heard(sql, translated, rows) : translated;
    }

    private <T> Mono<T> heard(Sql sql, Mono<T> statement, ToLongFunction<T> rows) {
        return Mono.deferContextual(context -> {
            Transaction transaction = database.transactionIn(context);
            ObservedQuery query = observers.begin(
                    sql,
                    database,
                    transaction == null ? null : transaction.whole().id(),
                    context);
            return statement
                    .doOnSuccess(value -> query.ended(value == null ? 0 : rows.applyAsLong(value), null))
                    .doOnError(error -> query.ended(0, error));
        });
    }
}
