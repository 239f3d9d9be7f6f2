package dev.ilana.schema.migrate.lock;

import dev.ilana.error.IlanaException;

/** The lock was lost while migrations ran, so the run was ended: another migrator may have begun. */
public final class MigrationLockLostException extends IlanaException {

    MigrationLockLostException(String what) {
        super("the run was ended, as its lock was lost: " + what);
    }

    MigrationLockLostException(Throwable cause) {
        super("the run was ended, as its lock was lost: " + cause.getMessage(), cause);
    }
}
