package dev.ilana.connection;

import dev.ilana.error.TransactionOutcomeUnknownException;
import io.r2dbc.spi.Connection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Transactions that have a connection of their own, from BEGIN to COMMIT or ROLLBACK, and to what follows. */
final class OutermostTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(OutermostTransactions.class);

    private final Database database;
    private final Servers servers;
    private final Executor executor;
    private final ErrorTranslator errors;
    private final ResultCache cache;

    OutermostTransactions(
            Database database, Servers servers, Executor executor, ErrorTranslator errors, ResultCache cache) {
        this.database = database;
        this.servers = servers;
        this.executor = executor;
        this.errors = errors;
        this.cache = cache;
    }

    /** The work, as often as the options say. */
    <T> Mono<T> run(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        Mono<T> once = once(work, options);
        return options.attempts() == 1
                ? once
                : once.contextWrite(QueryWatch::anew).retryWhen(Retries.whole(options.attempts() - 1));
    }

    /**
     * On every path the transaction ends before its connection goes back: one that went back first would meet the late
     * ROLLBACK in the hands of its next borrower. COMMIT is a part of the work and not of the cleanup, whose errors
     * {@code usingWhen} would wrap.
     */
    <T> Mono<T> once(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return Mono.deferContextual(context -> {
            Beginning beginning = Beginning.of(options, database.dialect(), executor);
            Connections connections = options.isReadOnly() ? servers.reading(context) : servers.primary();
            Begun begun = new Begun(beginning, options, connections, database, context);
            Deadline deadline = new Deadline(options.timeout());
            Mono<Optional<T>> committed = Mono.usingWhen(
                    Mono.just(begun.lease()),
                    lease -> lease.use()
                            .flatMap(transaction -> deadline.failing(begun.begin(errors)
                                            .then(Mono.defer(work))
                                            .contextWrite(database.chain().use(transaction))
                                            .singleOptional())
                                    .flatMap(value -> deadline.isMet()
                                            ? commit(transaction).thenReturn(value)
                                            : Mono.never())),
                    lease -> lease.ended(begun::releaseWell),
                    (lease, error) -> lease.ended(connection -> rolledBack(begun, connection, error)),
                    lease -> givenUp(lease, begun));
            // With the connection back in its pool, so that what follows may have one.
            return deadline.around(committed).flatMap(value -> followed(begun).then(Mono.justOrEmpty(value)));
        });
    }

    /** Work that only reads, of one moment where the database can. What it reads is given as it comes. */
    <T> Flux<T> reading(Supplier<? extends Flux<T>> work) {
        return Flux.deferContextual(context -> {
            Beginning beginning = Beginning.ofSnapshot(database.dialect(), executor);
            Connections connections = servers.reading(context);
            Begun begun = new Begun(beginning, TransactionOptions.DEFAULT, connections, database, context);
            Flux<T> read = Flux.usingWhen(
                    Mono.just(begun.lease()),
                    lease -> lease.use()
                            .flatMapMany(transaction -> begun.begin(errors)
                                    .thenMany(Flux.defer(work))
                                    .contextWrite(database.chain().within(transaction))
                                    .concatWith(
                                            Mono.defer(() -> commit(transaction).then(Mono.empty())))),
                    lease -> lease.ended(begun::releaseWell),
                    (lease, error) -> lease.ended(connection -> rolledBack(begun, connection, error)),
                    lease -> givenUp(lease, begun));
            return read.concatWith(Mono.defer(() -> followed(begun).then(Mono.empty())));
        });
    }

    /**
     * What became of it is noted before anybody could let go of the COMMIT: a cancel does not undo one that is sent.
     *
     * @return what commits; an error where a part of the work has failed
     */
    private Mono<Void> commit(Transaction transaction) {
        return transaction.unlessFailed(() -> transaction.ending(connection -> forgotten(
                        transaction,
                        Mono.from(connection.commitTransaction())
                                .onErrorResume(error -> rollback(connection)
                                        .then(Mono.error(() -> unkept(transaction, errors.ofCommit(error))))))
                .doOnSuccess(nothing -> kept(transaction))));
    }

    private static Throwable unkept(Transaction transaction, Throwable error) {
        if (error instanceof TransactionOutcomeUnknownException) {
            transaction.observed().outcomeUnknown(error);
        }
        return error;
    }

    private static void kept(Transaction transaction) {
        transaction.outcome().keep();
        transaction.observed().committed();
    }

    private Mono<Void> forgotten(Transaction transaction, Mono<Void> commit) {
        Writes writes = transaction.whole().writes();
        return writes.isEmpty() ? commit : cache.afterwards(commit, writes.tables());
    }

    /** Waits for a connection that is just coming: what is rolled back has begun. */
    private Mono<Void> givenUp(Lease<Transaction> lease, Begun begun) {
        return lease.givenUp(connection ->
                lease.use().onErrorComplete().then(Mono.defer(() -> rolledBack(begun, connection, null))));
    }

    private Mono<Void> rolledBack(Begun begun, Connection connection, @Nullable Throwable cause) {
        Mono<Void> released = Mono.usingWhen(Mono.just(connection), unused -> rollback(begun, cause), begun::release);
        return released.then(
                Mono.defer(() -> follow(begun.transaction().whole().afterwards().rolledBack())));
    }

    /** Waits for a BEGIN that is under way: a ROLLBACK that overtook it would leave the transaction open. */
    private Mono<Void> rollback(Begun begun, @Nullable Throwable cause) {
        return begun.transaction()
                .stopAbandoned()
                .then(begun.transaction().<Void>ending(OutermostTransactions::rollback))
                .doOnTerminate(() -> begun.transaction().takenBack(cause));
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

    private Mono<Void> followed(Begun begun) {
        Afterwards afterwards = begun.transaction().whole().afterwards();
        return afterwards.isEmpty() ? Mono.empty() : follow(afterwards.committed());
    }

    /** On this database, and in no transaction. */
    private Mono<Void> follow(Mono<Void> afterwards) {
        return afterwards.contextWrite(database.chain()::outside);
    }
}
