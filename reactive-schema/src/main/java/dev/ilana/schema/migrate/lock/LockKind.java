package dev.ilana.schema.migrate.lock;

/** How migrators keep each other out. All migrators of one database must use the same. */
public enum LockKind {
    /**
     * A lock of the session where the server has them and the session is the connection's own, else a lease. Both are asked of the
     * server.
     */
    AUTO,
    /**
     * A lock that the session holds and the server frees when the session ends, however it ends: {@code
     * pg_try_advisory_lock}, {@code get_lock}.
     */
    SESSION,
    /**
     * A row with a holder and a heartbeat. Needs no session, so it also holds behind a proxy that gives each transaction
     * another one, such as PgBouncer in transaction mode.
     */
    LEASE
}
