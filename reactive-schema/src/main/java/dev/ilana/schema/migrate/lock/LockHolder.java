package dev.ilana.schema.migrate.lock;

/** Who holds the lock, as far as the database tells: a process, a session, an account, an address. */
public record LockHolder(String description) {

    /** Held by someone that the database tells nothing of, or not held any more. */
    static final LockHolder UNKNOWN = new LockHolder("another session");

    @Override
    public String toString() {
        return description;
    }
}
