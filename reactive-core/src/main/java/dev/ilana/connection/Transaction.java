package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** A transaction, or a savepoint within one: the connection it has and the order of what runs on it. */
final class Transaction {

    private static final AtomicLong IDS = new AtomicLong();

    private final Connection connection;
    /** Of the whole transaction, its savepoints included. */
    private final long id;

    private final int depth;
    private final ObservedTransaction observed;
    private final StatementQueue queue = new StatementQueue();
    private final Outcome outcome = new Outcome();
    private volatile boolean ended;

    /** Of the whole transaction, its savepoints included. */
    private final Writes writes;
    /** How many cursors the whole transaction has opened. */
    private final AtomicInteger cursors;
    /** What is to follow the whole transaction. */
    private final Afterwards afterwards;

    private Transaction(
            Connection connection,
            long id,
            int depth,
            ObservedTransaction observed,
            Writes writes,
            Afterwards afterwards,
            AtomicInteger cursors) {
        this.connection = connection;
        this.id = id;
        this.depth = depth;
        this.observed = observed;
        this.writes = writes;
        this.afterwards = afterwards;
        this.cursors = cursors;
    }

    static Transaction on(Connection connection, Database database, ContextView context) {
        long id = IDS.incrementAndGet();
        ObservedTransaction observed = database.observers().begin(id, 0, database, context);
        return new Transaction(connection, id, 0, observed, new Writes(), new Afterwards(), new AtomicInteger());
    }

    /** The scope of a savepoint. It has a queue of its own: the whole of it takes one turn of this one. */
    Transaction nested(Database database, ContextView context) {
        ObservedTransaction scope = database.observers().begin(id, depth + 1, database, context);
        return new Transaction(connection, id, depth + 1, scope, writes, afterwards, cursors);
    }

    /** A number that no other transaction of this process has. */
    long id() {
        return id;
    }

    /** To be told how it ends. */
    ObservedTransaction observed() {
        return observed;
    }

    /** A place in the queue of this transaction for the scope of a savepoint. */
    StatementQueue.Turn join() {
        return queue.join();
    }

    Writes writes() {
        return writes;
    }

    Afterwards afterwards() {
        return afterwards;
    }

    /** What becomes of what is done here. */
    Outcome outcome() {
        return outcome;
    }

    String savepoint() {
        return "ilana_" + depth;
    }

    /** A number that no other cursor of the transaction has. The first of each is the same, for the server to know it. */
    int nextCursor() {
        return cursors.incrementAndGet();
    }

    <T> Mono<T> inTurn(Function<Connection, ? extends Mono<T>> work) {
        return queue.inTurn(() -> {
            if (ended) {
                return Mono.error(
                        new InvalidUsageException("a statement came after its transaction had ended: something"
                                + " was subscribed on its own, or outlived the work that the transaction waited for"));
            }
            return work.apply(connection);
        });
    }

    /** Refuses what still comes in, then does the last thing once all before it is through; nothing, when it has ended. */
    <T> Mono<T> ending(Function<Connection, ? extends Mono<T>> last) {
        return queue.inTurn(() -> {
            if (ended) {
                return Mono.empty();
            }
            ended = true;
            return last.apply(connection);
        });
    }
}
