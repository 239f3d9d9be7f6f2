package dev.ilana.connection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Parts of a transaction that may be undone alone. */
final class Savepoints {

    private static final Logger LOG = LoggerFactory.getLogger(Savepoints.class);

    private final Database database;
    private final ErrorTranslator errors;

    Savepoints(Database database, ErrorTranslator errors) {
        this.database = database;
        this.errors = errors;
    }

    /** The whole scope takes one turn of the transaction around it, until its savepoint is released or rolled back. */
    <T> Mono<T> run(Transaction outer, Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return Mono.deferContextual(context -> {
            StatementQueue.Turn turn = outer.join();
            Transaction scope = outer.nested(database, context);
            String savepoint = scope.savepoint();
            Mono<Void> create = scope.inTurn(c -> Mono.from(c.createSavepoint(savepoint)))
                    .onErrorMap(error -> errors.ofStatement(error, null))
                    .cache();
            Deadline deadline = new Deadline(options.timeout());
            return deadline.around(Mono.usingWhen(
                    Mono.just(scope),
                    tx -> deadline.failing(turn.come()
                                    .then(create)
                                    .then(Mono.defer(work))
                                    .contextWrite(database.chain().use(tx))
                                    .singleOptional())
                            .flatMap(value -> deadline.isMet()
                                    ? release(tx, outer, savepoint).then(Mono.justOrEmpty(value))
                                    : Mono.never()),
                    tx -> Mono.fromRunnable(turn::leave),
                    (tx, error) -> rollbackTo(tx, create, savepoint, error).doFinally(signal -> turn.leave()),
                    tx -> (turn.hasCome() ? rollbackTo(tx, create, savepoint, null) : neverBegan(tx))
                            .doFinally(signal -> turn.leave())));
        });
    }

    private Mono<Void> release(Transaction scope, Transaction outer, String savepoint) {
        return scope.unlessFailed(() -> scope.ending(connection -> Mono.from(connection.releaseSavepoint(savepoint))))
                .onErrorMap(error -> errors.ofStatement(error, null))
                .doOnSuccess(nothing -> {
                    scope.outcome().share(outer.outcome());
                    scope.observed().committed();
                });
    }

    /** A failure here is left to the outermost ROLLBACK: after a deadlock there is no savepoint to go back to. */
    private Mono<Void> rollbackTo(Transaction scope, Mono<Void> create, String savepoint, @Nullable Throwable cause) {
        return create.then(scope.stopAbandoned())
                .then(scope.<Void>ending(connection -> Mono.from(connection.rollbackTransactionToSavepoint(savepoint))))
                .onErrorResume(error -> {
                    LOG.debug(
                            "rollback to savepoint failed: {}", error.getClass().getName());
                    return Mono.empty();
                })
                .doOnTerminate(() -> scope.takenBack(cause));
    }

    /** Its turn had not come. */
    private static Mono<Void> neverBegan(Transaction scope) {
        return Mono.fromRunnable(() -> scope.observed().rolledBack(null));
    }
}
