package dev.ilana.testkit.database;

import java.util.concurrent.atomic.AtomicBoolean;

/** An empty database that belongs to one test and is dropped on {@link #close()}. */
public final class TestDatabase implements AutoCloseable {

    private final DatabaseKind kind;
    private final String name;
    private final String url;
    private final Runnable drop;
    private final AtomicBoolean closed = new AtomicBoolean();

    TestDatabase(DatabaseKind kind, String name, String url, Runnable drop) {
        this.kind = kind;
        this.name = name;
        this.url = url;
        this.drop = drop;
    }

    /** Returns the same database, reached by a URL with these options as well. */
    TestDatabase withOptions(String options) {
        return new TestDatabase(kind, name, url + (url.contains("?") ? "&" : "?") + options, drop);
    }

    /** Returns which database this is. */
    public DatabaseKind kind() {
        return kind;
    }

    /** Returns the database's unique name on its server. */
    public String name() {
        return name;
    }

    /**
     * Returns where it is, credentials included: {@code postgresql://user:password@host:port/name},
     * {@code mariadb://…}, {@code mysql://…} or {@code h2:mem:name}.
     */
    public String url() {
        return url;
    }

    /**
     * Drops the database and ends the connections that are still open to it; blocks. Closing again does nothing.
     *
     * @throws IllegalStateException if the server can't be reached or refuses
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            drop.run();
        }
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
