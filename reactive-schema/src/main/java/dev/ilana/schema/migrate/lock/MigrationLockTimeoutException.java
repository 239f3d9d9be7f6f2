package dev.ilana.schema.migrate.lock;

import dev.ilana.error.IlanaException;
import java.time.Duration;

/** Another migrator had the lock all the time that was to be waited for it. Nothing was done. */
public final class MigrationLockTimeoutException extends IlanaException {

    private final transient LockHolder holder;

    MigrationLockTimeoutException(Duration timeout, LockHolder holder) {
        super("another migrator is at work: " + holder + "; waited " + timeout.toMillis()
                + " ms for it, and nothing was done. If it is not at work any more, unlock");
        this.holder = holder;
    }

    public LockHolder holder() {
        return holder;
    }
}
