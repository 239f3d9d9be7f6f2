package dev.ilana.examples.benchmark;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

/**
 * How much is done.
 *
 * @param users rows in the table
 * @param events rows in the table that is read as a stream
 * @param warmUps rounds that are not counted; a JVM needs some seconds of each before it is as fast as it will be
 * @param rounds rounds that are
 * @param turn how long a contestant works in a round, or until it has done one operation
 * @param readSize users a read
 * @param insertSize users an insert
 * @param keyed users an insert whose keys are wanted
 * @param made users that a factory makes a round
 */
record Scale(
        int users,
        int events,
        int warmUps,
        int rounds,
        Duration turn,
        int readSize,
        int insertSize,
        int keyed,
        int made)
        implements Serializable {

    private static final int CURVES_WARM_UPS = 3;

    /** Turns of about a second: the clock of CPU time ticks in hundredths. */
    static final Scale FULL =
            new Scale(10_000, 1_000_000, 8, 7, Duration.ofSeconds(1), 1_000, 10_000, 1_000_000, 5_000);

    static final Scale QUICK = new Scale(10_000, 100_000, 15, 5, Duration.ofMillis(200), 1_000, 10_000, 20_000, 1_000);

    /** For work of many sizes: shorter, and with fewer warm-ups, as the smaller ones warm up for the larger. */
    Scale ofCurves() {
        return new Scale(
                users,
                events,
                Math.min(warmUps, CURVES_WARM_UPS),
                rounds,
                turn.dividedBy(4),
                readSize,
                insertSize,
                keyed,
                made);
    }

    /**
     * The scale of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Scale named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            default -> throw new IllegalArgumentException("\"" + name + "\" is neither quick nor full");
        };
    }
}
