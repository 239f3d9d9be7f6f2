package dev.ilana.testkit.probe;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a statement, and with which. A fault happens once, with the next statement, unless it says otherwise;
 * each method gives a new one.
 */
public final class Fault {

    /** H2 is known by its codes, the others by the state. */
    private static final int H2_CONNECTION_BROKEN = 90067;

    private final Duration delay;
    private final @Nullable RuntimeException error;
    private final boolean dead;
    private final int statement;
    private final String text;
    private final boolean always;

    private Fault(
            Duration delay,
            @Nullable RuntimeException error,
            boolean dead,
            int statement,
            String text,
            boolean always) {
        this.delay = delay;
        this.error = error;
        this.dead = dead;
        this.statement = statement;
        this.text = text;
        this.always = always;
    }

    /** The statement is sent that much later. */
    public static Fault delay(Duration delay) {
        return new Fault(delay, null, false, 1, "", false);
    }

    /** The statement is not sent, and fails with that; the driver's errors are {@code R2dbcException}s. */
    public static Fault error(RuntimeException error) {
        return new Fault(Duration.ZERO, error, false, 1, "", false);
    }

    /** The statement is not sent, and fails as that database's victims of a deadlock do. */
    public static Fault deadlock(Dialect dialect) {
        String message = "deadlock, injected by a probe";
        return error(
                dialect == Dialects.POSTGRESQL
                        ? new R2dbcRollbackException(message, "40P01")
                        : dialect == Dialects.H2
                                ? new R2dbcRollbackException(message, "40001", 40001)
                                : new R2dbcRollbackException(message, "40001", 1213));
    }

    /** The statement is not sent, and its connection is gone, and refuses all that comes later. */
    public static Fault deadConnection() {
        return new Fault(Duration.ZERO, dead(), true, 1, "", false);
    }

    static R2dbcNonTransientResourceException dead() {
        return new R2dbcNonTransientResourceException(
                "the connection is gone, by a probe", "08006", H2_CONNECTION_BROKEN);
    }

    /**
     * With the n-th statement from now on, of those that have the text where that is said; 1 is the next.
     *
     * @throws InvalidUsageException when it is less than 1
     */
    public Fault atStatement(int number) {
        if (number < 1) {
            throw new InvalidUsageException("statements are counted from 1, not " + number);
        }
        return new Fault(delay, error, dead, number, text, always);
    }

    /** With a statement that has this in its text, in upper case or lower. */
    public Fault whereSqlContains(String part) {
        return new Fault(delay, error, dead, statement, part.toLowerCase(Locale.ROOT), always);
    }

    /** With each statement from that one on, until the probe is told to forget its faults. */
    public Fault always() {
        return new Fault(delay, error, dead, statement, text, true);
    }

    boolean concerns(String sql) {
        return sql.toLowerCase(Locale.ROOT).contains(text);
    }

    int statement() {
        return statement;
    }

    boolean isAlways() {
        return always;
    }

    Duration delay() {
        return delay;
    }

    @Nullable RuntimeException error() {
        return error;
    }

    boolean isDead() {
        return dead;
    }
}
