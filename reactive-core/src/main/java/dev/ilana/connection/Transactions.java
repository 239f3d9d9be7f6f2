package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionRequiredException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs work in transactions that live in the Reactor Context: which one, a new one or the one that there is.
 *
 * <p>The value is given only after COMMIT has been answered. An error rolls back, and so does a cancel. Every path ends
 * with the connection back in its pool.
 */
final class Transactions {

    private final Database database;
    private final OutermostTransactions outermost;
    private final Savepoints savepoints;

    Transactions(Database database, OutermostTransactions outermost, Savepoints savepoints) {
        this.database = database;
        this.outermost = outermost;
        this.savepoints = savepoints;
    }

    <T> Mono<T> run(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return Mono.deferContextual(context -> {
            options.requireFitting(database.itself());
            if (DryRun.in(context) != null) {
                return Mono.defer(work).contextWrite(database.use());
            }
            Transaction current = database.transactionIn(context);
            return current == null ? outside(work, options) : inside(current, work, options);
        });
    }

    private <T> Mono<T> outside(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return switch (options.propagation()) {
            case NESTED, REQUIRED, REQUIRES_NEW -> outermost.run(work, options);
            case SUPPORTS, NOT_SUPPORTED, NEVER -> without(work, options);
            case MANDATORY -> Mono.error(new TransactionRequiredException("work that says MANDATORY"));
        };
    }

    private <T> Mono<T> inside(Transaction current, Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return switch (options.propagation()) {
            case NESTED -> {
                options.requireFitting(current.whole().options());
                yield savepoints.run(current, work, options);
            }
            case REQUIRED, SUPPORTS, MANDATORY -> {
                options.requireFitting(current.whole().options());
                yield joined(current, work, options);
            }
            case REQUIRES_NEW -> outermost.run(work, options);
            case NOT_SUPPORTED -> without(work, options);
            case NEVER ->
                Mono.error(new InvalidUsageException("work that says NEVER is run in a transaction of " + database));
        };
    }

    private <T> Mono<T> without(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        options.requireNothingToBegin();
        return Mono.defer(work).contextWrite(database.chain()::outside);
    }

    /** A part that can't be undone alone: when it fails, or is cancelled before its end, all is rolled back. */
    private <T> Mono<T> joined(Transaction current, Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return Mono.defer(() -> {
            AtomicBoolean done = new AtomicBoolean();
            return new Deadline(options.timeout())
                    .around(Mono.defer(work))
                    .contextWrite(database.chain().use(current))
                    .doOnSuccess(value -> done.set(true))
                    .doOnError(current::fail)
                    .doOnCancel(() -> {
                        if (!done.get()) {
                            current.fail(new CancellationException("work that had joined was cancelled"));
                        }
                    });
        });
    }

    /**
     * Work that only reads, in the transaction of the Context or else in one of its own. What it reads is given as it comes:
     * there is nothing that a COMMIT could make true or a ROLLBACK untrue.
     */
    <T> Flux<T> reading(Supplier<? extends Flux<T>> work) {
        return Flux.deferContextual(context -> DryRun.in(context) != null || database.transactionIn(context) != null
                ? Flux.defer(work)
                : outermost.reading(work));
    }

    /** A new one that its owner ends. */
    Mono<ManualTransaction> begin(TransactionOptions options) {
        return Mono.deferContextual(context -> {
            options.requireFitting(database.itself());
            return DryRun.in(context) == null
                    ? new ManualTransaction(database.itself(), outermost, options).begin()
                    : Mono.error(
                            new InvalidUsageException(
                                    "a dry run sends nothing, so it can't begin a manual transaction: use DB.transaction(...)"));
        });
    }
}
