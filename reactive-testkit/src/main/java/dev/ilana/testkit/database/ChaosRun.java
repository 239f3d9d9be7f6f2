package dev.ilana.testkit.database;

import java.time.Duration;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A test at random: how often it does what it does, and the seed of its chances. A build does 1 % of the whole, {@code
 * -Dilana.chaos.percent=100} all of it, and {@code -Dilana.chaos.seed=} takes the chances of an earlier run.
 *
 * @param what it does, for people
 * @param times how often
 * @param seed what its chances are made of
 */
public record ChaosRun(String what, int times, long seed) {

    private static final Logger LOG = LoggerFactory.getLogger(ChaosRun.class);

    private static final String PERCENT = "ilana.chaos.percent";
    private static final String SEED = "ilana.chaos.seed";

    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration EACH = Duration.ofMillis(20);

    /** The part of the whole that the system properties ask for, once at least; its seed is logged. */
    public static ChaosRun of(String what, int whole) {
        String given = System.getProperty(SEED, "");
        ChaosRun run = new ChaosRun(
                what,
                Math.max(1, Math.toIntExact((long) whole * Integer.getInteger(PERCENT, 1) / 100)),
                given.isBlank() ? System.nanoTime() : Long.parseLong(given.strip()));
        LOG.info("{}", run);
        return run;
    }

    /** The chances of one of the times, which are the same whatever the others do meanwhile. */
    public Random chances(int time) {
        return new Random(new Random(seed ^ time).nextLong());
    }

    /** After this, something hangs. */
    public Duration patience() {
        return START.plus(EACH.multipliedBy(times));
    }

    /** Says what came of it. */
    public void tell(Object result) {
        LOG.info("{}: {}", this, result);
    }

    @Override
    public String toString() {
        return times + " " + what + ", by -D" + SEED + "=" + seed;
    }
}
