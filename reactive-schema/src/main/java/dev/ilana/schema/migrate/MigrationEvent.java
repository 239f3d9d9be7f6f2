package dev.ilana.schema.migrate;

import java.time.Duration;

/** How a run of migrations goes on. A failure is no event: it is the error that ends the run. */
public sealed interface MigrationEvent {

    MigrationName migration();

    Direction direction();

    /** A migration is about to run. */
    record Started(MigrationName migration, Direction direction) implements MigrationEvent {}

    /**
     * A migration has run, and the history says so; both are committed.
     *
     * @param duration from its start, its commit included
     */
    record Finished(MigrationName migration, Direction direction, Duration duration) implements MigrationEvent {}
}
