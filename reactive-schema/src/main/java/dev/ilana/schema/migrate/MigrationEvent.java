package dev.ilana.schema.migrate;

import dev.ilana.schema.migrate.lock.LockHolder;
import java.time.Duration;
import java.util.List;

/** How a run of migrations goes on. A failure is no event: it is the error that ends the run. */
public sealed interface MigrationEvent {

    /** What happens to one migration. */
    sealed interface OfMigration extends MigrationEvent {

        MigrationName migration();

        Direction direction();
    }

    /** Another migrator is at work; told once, when the wait for it begins. */
    record WaitingForLock(LockHolder holder) implements MigrationEvent {}

    /** A migration is about to run. */
    record Started(MigrationName migration, Direction direction) implements OfMigration {}

    /**
     * A statement of a migration was done, though its transaction may still take it back; or, by a migrator that
     * pretends, would have been sent.
     *
     * @param sql with markers in place of values
     * @param duration from its being sent to its answer; zero where it was not sent
     */
    record Statement(MigrationName migration, Direction direction, String sql, Duration duration)
            implements OfMigration {}

    /** A migration does not want to run now; it stays pending. */
    record Skipped(MigrationName migration, Direction direction) implements OfMigration {}

    /**
     * A migration has run, and the history says so; both are committed.
     *
     * @param duration from its start, its commit included
     */
    record Finished(MigrationName migration, Direction direction, Duration duration) implements OfMigration {}

    /**
     * The database was empty, and a dump was loaded into it; or would have been, by a migrator that pretends.
     *
     * @param migrations those that the dump stands for, which are applied now
     * @param statements of the dump
     * @param duration zero where nothing was sent
     */
    record Loaded(List<MigrationName> migrations, List<String> statements, Duration duration)
            implements MigrationEvent {

        public Loaded {
            migrations = List.copyOf(migrations);
            statements = List.copyOf(statements);
        }
    }

    /**
     * Something was dropped to make the database empty.
     *
     * @param kind such as {@code table}
     */
    record Dropped(String kind, String name) implements MigrationEvent {}

    /**
     * Rows were put in after the migrations.
     *
     * @param what such as {@code roles: 3 rows}
     */
    record Seeded(String what) implements MigrationEvent {}
}
