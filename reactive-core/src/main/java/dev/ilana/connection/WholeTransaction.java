package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a transaction and the savepoints within it have in common. */
final class WholeTransaction {

    private static final AtomicLong IDS = new AtomicLong();

    private final Connections connections;
    private final Connection connection;
    private final Held held;
    private final TransactionOptions options;
    private final long id = IDS.incrementAndGet();
    private final Instant since = Instant.now();
    private final Writes writes = new Writes();
    private final Afterwards afterwards = new Afterwards();
    private final AtomicInteger cursors = new AtomicInteger();

    private volatile boolean changesSession;

    /** @param connections those that its connection is one of */
    WholeTransaction(Connections connections, Connection connection, Held held, TransactionOptions options) {
        this.connections = connections;
        this.connection = connection;
        this.held = held;
        this.options = options;
    }

    Connections connections() {
        return connections;
    }

    Connection connection() {
        return connection;
    }

    /** Its connection, as one that is held. */
    Held held() {
        return held;
    }

    TransactionOptions options() {
        return options;
    }

    /** A number that no other transaction of this process has. */
    long id() {
        return id;
    }

    Instant since() {
        return since;
    }

    /** The tables it has written to. */
    Writes writes() {
        return writes;
    }

    /** What is to follow it. */
    Afterwards afterwards() {
        return afterwards;
    }

    /** Notes that a statement of it leaves the session other than it was. */
    void changesSession(boolean changes) {
        changesSession |= changes;
    }

    boolean changesSession() {
        return changesSession;
    }

    /** A number that no other cursor of it has. The first of each is the same, for the server to know it. */
    int nextCursor() {
        return cursors.incrementAndGet();
    }
}
