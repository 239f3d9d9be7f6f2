package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.RollbackOnlyException;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** A transaction, or a savepoint within one: the order of what runs on its connection, and how it ends. */
final class Transaction {

    private final WholeTransaction whole;
    private final int depth;
    private final ObservedTransaction observed;
    private final StatementQueue queue = new StatementQueue();
    private final Outcome outcome = new Outcome();
    /** The first error of work that had joined, as a part that can't be undone alone. */
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private volatile boolean ended;

    private Transaction(WholeTransaction whole, int depth, Database database, ContextView context) {
        this.whole = whole;
        this.depth = depth;
        this.observed = database.observers().begin(whole.id(), depth, database, context);
    }

    static Transaction of(WholeTransaction whole, Database database, ContextView context) {
        return new Transaction(whole, 0, database, context);
    }

    /** The scope of a savepoint. It has a queue of its own: the whole of it takes one turn of this one. */
    Transaction nested(Database database, ContextView context) {
        return new Transaction(whole, depth + 1, database, context);
    }

    WholeTransaction whole() {
        return whole;
    }

    TransactionInfo info(String database) {
        TransactionOptions options = whole.options();
        return new TransactionInfo(
                whole.id(), database, depth, options.isolation(), options.isReadOnly(), whole.since());
    }

    /** A place in the queue of this transaction for the scope of a savepoint. */
    StatementQueue.Turn join() {
        return queue.join();
    }

    /** What becomes of what is done here. */
    Outcome outcome() {
        return outcome;
    }

    /** Notes what is to follow, for the tenant for whom that was said: the end of a transaction may be another's. */
    void follow(boolean kept, Supplier<? extends Publisher<?>> work, ContextView context) {
        Function<Context, Context> tenant = Tenant.asIn(context);
        whole.afterwards().add(outcome, kept, () -> Flux.from(work.get()).contextWrite(tenant));
    }

    String savepoint() {
        return "ilana_" + depth;
    }

    /** It is gone, unless somebody let go of a COMMIT that was sent. */
    void takenBack(@Nullable Throwable cause) {
        if (!outcome.isKept()) {
            outcome.takeBack();
        }
        observed.rolledBack(cause);
    }

    /** To be told how it ends. */
    ObservedTransaction observed() {
        return observed;
    }

    /** A part of the work has failed that can't be undone alone: from now on all can only be rolled back. */
    void fail(Throwable error) {
        var unused = failure.compareAndSet(null, error);
    }

    /** The end, where all that was done here up to now may stay; else a {@link RollbackOnlyException}. */
    Mono<Void> unlessFailed(Supplier<Mono<Void>> end) {
        Throwable error = failure.get();
        return error == null ? end.get() : Mono.error(new RollbackOnlyException(error));
    }

    /** The first thing, which is never stopped. */
    <T> Mono<T> beginning(Function<Connection, ? extends Mono<T>> first) {
        return queue.toItsEnd(() -> unlessEnded(first));
    }

    <T> Mono<T> inTurn(Function<Connection, ? extends Mono<T>> work) {
        return queue.inTurn(() -> unlessEnded(work));
    }

    private <T> Mono<T> unlessEnded(Function<Connection, ? extends Mono<T>> work) {
        return ended
                ? Mono.error(new InvalidUsageException("a statement came after its transaction had ended: something"
                        + " was subscribed on its own, or outlived the work that the transaction waited for"))
                : work.apply(whole.connection());
    }

    /**
     * Stops the statement on its way, where nobody waits for it any more. Only before what it is part of is undone: a database
     * may fail the whole transaction for it.
     */
    Mono<Void> stopAbandoned() {
        return queue.stopAbandoned(running -> whole.connections().abandoned(whole.connection(), running));
    }

    /** Refuses what still comes in, then does the last thing once all before it is through; nothing, when it has ended. */
    <T> Mono<T> ending(Function<Connection, ? extends Mono<T>> last) {
        return queue.toItsEnd(() -> {
            if (ended) {
                return Mono.empty();
            }
            ended = true;
            return last.apply(whole.connection());
        });
    }
}
