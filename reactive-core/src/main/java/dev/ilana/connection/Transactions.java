package dev.ilana.connection;

import dev.ilana.dialect.Capability;
import dev.ilana.error.TransactionOutcomeUnknownException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.IsolationLevel;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs work in transactions that live in the Reactor Context.
 *
 * <p>The value is given only after COMMIT has been answered. An error rolls back, and so does a cancel. Every path ends
 * with the connection back in its pool.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final Database database;
    private final Connections connections;
    private final ErrorTranslator errors;
    private final ResultCache cache;

    Transactions(Database database, Connections connections, ErrorTranslator errors, ResultCache cache) {
        this.database = database;
        this.connections = connections;
        this.errors = errors;
        this.cache = cache;
    }

    <T> Mono<T> run(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return Mono.deferContextual(context -> {
            if (DryRun.in(context) != null) {
                return Mono.defer(work);
            }
            Transaction current = database.transactionIn(context);
            if (current != null) {
                return nested(current, work);
            }
            Mono<T> once = outermost(work);
            return options.attempts() == 1
                    ? once
                    : once.contextWrite(QueryWatch::anew).retryWhen(Retries.deadlocks(options.attempts() - 1));
        });
    }

    /**
     * On every path the transaction ends before its connection goes back: one that went back first would meet the late
     * ROLLBACK in the hands of its next borrower. COMMIT is a part of the work and not of the cleanup, whose errors
     * {@code usingWhen} would wrap.
     */
    private <T> Mono<T> outermost(Supplier<? extends Mono<T>> work) {
        return Mono.deferContextual(context -> {
            Begun begun = new Begun(database, context);
            Mono<Optional<T>> committed = Mono.usingWhen(
                    connections.acquire(),
                    connection -> {
                        Transaction transaction = begun.on(connection, errors);
                        return begun.begin()
                                .then(Mono.defer(work))
                                .contextWrite(database.use(transaction))
                                .singleOptional()
                                .flatMap(value -> commit(transaction).thenReturn(value));
                    },
                    Connections::release,
                    (connection, error) ->
                            thenRelease(connection, rollback(begun, error)).then(rolledBack(begun)),
                    connection -> thenRelease(connection, rollback(begun, null)).then(rolledBack(begun)));
            // With the connection back in its pool, so that what follows may have one.
            return committed.flatMap(value ->
                    follow(begun.transaction().afterwards().committed()).then(Mono.justOrEmpty(value)));
        });
    }

    /**
     * Work that only reads, in the transaction of the Context or else in one of its own. What it reads is given as it comes:
     * there is nothing that a COMMIT could make true or a ROLLBACK untrue.
     */
    <T> Flux<T> reading(Supplier<? extends Flux<T>> work) {
        return Flux.deferContextual(context -> DryRun.in(context) != null || database.transactionIn(context) != null
                ? Flux.defer(work)
                : readingAlone(work));
    }

    private <T> Flux<T> readingAlone(Supplier<? extends Flux<T>> work) {
        return Flux.deferContextual(context -> {
            Begun begun = new Begun(database, context);
            Flux<T> read = Flux.usingWhen(
                    connections.acquire(),
                    connection -> {
                        Transaction transaction = begun.on(connection, errors, this::beginSnapshot);
                        return begun.begin()
                                .thenMany(Flux.defer(work))
                                .contextWrite(database.within(transaction))
                                .concatWith(commit(transaction).then(Mono.empty()));
                    },
                    Connections::release,
                    (connection, error) ->
                            thenRelease(connection, rollback(begun, error)).then(rolledBack(begun)),
                    connection -> thenRelease(connection, rollback(begun, null)).then(rolledBack(begun)));
            return read.concatWith(
                    Mono.defer(() -> follow(begun.transaction().afterwards().committed()))
                            .then(Mono.empty()));
        });
    }

    private Publisher<Void> beginSnapshot(Connection connection) {
        return database.dialect().supports(Capability.SNAPSHOT)
                ? connection.beginTransaction(IsolationLevel.REPEATABLE_READ)
                : connection.beginTransaction();
    }

    private Mono<Void> rolledBack(Begun begun) {
        return Mono.defer(() -> follow(begun.transaction().afterwards().rolledBack()));
    }

    /** On this database, and in no transaction. */
    private Mono<Void> follow(Mono<Void> afterwards) {
        return afterwards.contextWrite(database.use());
    }

    private static Mono<Void> thenRelease(Connection connection, Mono<Void> ending) {
        return Mono.usingWhen(Mono.just(connection), unused -> ending, Connections::release);
    }

    /** What became of it is noted before anybody could let go of the COMMIT: a cancel does not undo one that is sent. */
    private Mono<Void> commit(Transaction transaction) {
        return transaction.ending(connection -> forgotten(
                        transaction,
                        Mono.from(connection.commitTransaction())
                                .onErrorResume(error -> rollback(connection).then(Mono.error(errors.ofCommit(error)))))
                .doOnSuccess(nothing -> kept(transaction))
                .doOnError(TransactionOutcomeUnknownException.class, transaction.observed()::outcomeUnknown));
    }

    private static void kept(Transaction transaction) {
        transaction.outcome().keep();
        transaction.observed().committed();
    }

    private Mono<Void> forgotten(Transaction transaction, Mono<Void> commit) {
        Writes writes = transaction.writes();
        return writes.isEmpty() ? commit : cache.afterwards(commit, writes.tables());
    }

    /** Waits for a BEGIN that is under way: a ROLLBACK that overtook it would leave the transaction open. */
    private static Mono<Void> rollback(Begun begun, @Nullable Throwable cause) {
        return begun.begin()
                .onErrorComplete()
                .then(begun.transaction().<Void>ending(Transactions::rollback))
                .doOnTerminate(() -> takenBack(begun.transaction(), cause));
    }

    private static void takenBack(Transaction transaction, @Nullable Throwable cause) {
        if (!transaction.outcome().isKept()) {
            transaction.outcome().takeBack();
        }
        transaction.observed().rolledBack(cause);
    }

    /** A connection that can't be rolled back is closed for good: the next to borrow it must not find a transaction. */
    private static Mono<Void> rollback(Connection connection) {
        return Mono.from(connection.rollbackTransaction()).onErrorResume(error -> {
            LOG.debug(
                    "rollback failed, the connection is closed: {}",
                    error.getClass().getName());
            return Connections.discard(connection);
        });
    }

    /** The whole scope takes one turn of the transaction around it, until its savepoint is released or rolled back. */
    private <T> Mono<T> nested(Transaction outer, Supplier<? extends Mono<T>> work) {
        return Mono.deferContextual(context -> {
            StatementQueue.Turn turn = outer.join();
            Transaction scope = outer.nested(database, context);
            String savepoint = scope.savepoint();
            Mono<Void> create = scope.inTurn(c -> Mono.from(c.createSavepoint(savepoint)))
                    .onErrorMap(error -> errors.ofStatement(error, null))
                    .cache();
            return Mono.usingWhen(
                    Mono.just(scope),
                    tx -> turn.come()
                            .then(create)
                            .then(Mono.defer(work))
                            .contextWrite(database.use(tx))
                            .singleOptional()
                            .flatMap(value -> release(tx, savepoint)
                                    .doOnSuccess(nothing -> {
                                        tx.outcome().share(outer.outcome());
                                        tx.observed().committed();
                                    })
                                    .then(Mono.justOrEmpty(value))),
                    tx -> Mono.fromRunnable(turn::leave),
                    (tx, error) -> rollbackTo(tx, create, savepoint, error).doFinally(signal -> turn.leave()),
                    tx -> (turn.hasCome() ? rollbackTo(tx, create, savepoint, null) : neverBegan(tx))
                            .doFinally(signal -> turn.leave()));
        });
    }

    private Mono<Void> release(Transaction scope, String savepoint) {
        return scope.<Void>ending(connection -> Mono.from(connection.releaseSavepoint(savepoint)))
                .onErrorMap(error -> errors.ofStatement(error, null));
    }

    /** A failure here is left to the outermost ROLLBACK: after a deadlock there is no savepoint to go back to. */
    private static Mono<Void> rollbackTo(
            Transaction scope, Mono<Void> create, String savepoint, @Nullable Throwable cause) {
        return create.then(scope.<Void>ending(
                        connection -> Mono.from(connection.rollbackTransactionToSavepoint(savepoint))))
                .onErrorResume(error -> {
                    LOG.debug(
                            "rollback to savepoint failed: {}", error.getClass().getName());
                    return Mono.empty();
                })
                .doOnTerminate(() -> takenBack(scope, cause));
    }

    /** Its turn had not come. */
    private static Mono<Void> neverBegan(Transaction scope) {
        return Mono.fromRunnable(() -> scope.observed().rolledBack(null));
    }
}
