package dev.ilana.testkit.database;

/** A database server for tests, or the reason why there is none. */
public sealed interface TestServer permits H2Server, RunningServer, UnavailableServer {

    /** Returns which database this is. */
    DatabaseKind kind();

    /** Returns whether {@link #createDatabase} can work. */
    boolean available();

    /** Returns what was tried and why it failed; empty when the server is available. */
    String unavailableReason();

    /**
     * Creates a fresh, empty database (utf8mb4 on MariaDB and MySQL, UTF-8 on PostgreSQL); blocks.
     *
     * @param nameHint what the unique name should start with; anything but letters, digits and {@code _} is replaced
     * @return the database, which the caller closes to drop it
     * @throws IllegalStateException if the server is unavailable, or refuses
     */
    TestDatabase createDatabase(String nameHint);
}
