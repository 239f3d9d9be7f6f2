package dev.ilana.schema.seed;

import java.time.Duration;

/** How a run of seeds goes on. */
public sealed interface SeedEvent {

    /** The seeder or, in a plan, the table. */
    String seed();

    /** A seeder is about to run, or rows are about to be put into a table. */
    record Started(String seed) implements SeedEvent {}

    /**
     * So many of so many are done.
     *
     * @param duration since the first of them
     */
    record Progressed(String seed, long done, long total, Duration duration) implements SeedEvent {

        /** How many are done in a second; as many as are done where no time has passed. */
        public double perSecond() {
            return duration.isZero() ? done : done * 1e9 / duration.toNanos();
        }
    }

    /** A seeder has not run, or rows were not put in. */
    record Skipped(String seed, String reason) implements SeedEvent {}

    /** What a person should look at, though the run goes on. */
    record Warned(String seed, String message) implements SeedEvent {}

    /**
     * It is done; a transaction around it may still be rolled back.
     *
     * @param rows that it was seen to write: those of batches and plans, not those of its own statements
     */
    record Finished(String seed, long rows, Duration duration) implements SeedEvent {}

    /**
     * It failed, which ends the run with a {@link SeedFailedException} unless its caller goes on.
     *
     * @param rows that it was seen to write before, and that stay; none where it ran in a transaction
     */
    record Failed(String seed, long rows, Throwable error) implements SeedEvent {}
}
