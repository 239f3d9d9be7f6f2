package dev.ilana.cli.console;

import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.migrate.ChecksumMismatchException;
import dev.ilana.schema.migrate.DirtyMigrationException;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.lock.MigrationLockTimeoutException;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import java.util.Collection;

/** The exit codes, for scripts to tell by. */
public final class Exit {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    static final int LOCK_TIMEOUT = 3;
    static final int PENDING = 4;
    public static final int DRIFT = PENDING;
    static final int EDITED = 5;
    static final int DIRTY = 6;
    static final int CANCELLED = 130;

    private Exit() {}

    public static int of(Throwable error) {
        if (error instanceof MigrationLockTimeoutException) {
            return LOCK_TIMEOUT;
        } else if (error instanceof ChecksumMismatchException) {
            return EDITED;
        } else if (error instanceof DirtyMigrationException) {
            return DIRTY;
        } else if (error instanceof CancelledException) {
            return CANCELLED;
        }
        return error instanceof InvalidConfigurationException
                        || error instanceof MalformedPrismaException
                        || error instanceof MalformedFileException
                ? USAGE
                : FAILED;
    }

    /** The code of the worst of them. */
    public static int of(Collection<State> states) {
        if (states.contains(State.FAILED)) {
            return DIRTY;
        } else if (states.contains(State.EDITED)) {
            return EDITED;
        }
        return states.stream().allMatch(State.APPLIED::equals) ? OK : PENDING;
    }
}
