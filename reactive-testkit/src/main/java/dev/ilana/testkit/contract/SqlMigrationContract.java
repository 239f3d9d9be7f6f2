package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.InvalidMigrationException;
import dev.ilana.schema.migrate.IrreversibleMigrationException;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationFailedException;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.SqlMigration;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Migrations in SQL are cut as their database reads them, and run like those in Java. */
public interface SqlMigrationContract {

    /** A file that has what this database alone has: quotes, delimiters, bodies of routines; up and down. */
    default String file() {
        return """
                -- up
                create table notes (id int primary key, body varchar(100));
                insert into notes (id, body) values (1, 'a; b'), (2, 'it''s'); /* and; so on */
                insert into notes (id, body) values (3, '-- down')
                -- down
                drop table notes;
                """;
    }

    @BeforeEach
    default void nothingMigrated(Runner run) {
        run.list(Migrator.of(run.database(), List.of()).wipe());
    }

    private static Migrator migrator(Runner run, SqlMigration migration) {
        return Migrator.of(run.database(), List.of(migration));
    }

    @Test
    @Feature("16.1")
    default void aFileRunsUpAndDownStatementByStatement(Runner run) {
        Migrator migrator = migrator(run, SqlMigration.of("M20260101_000000_Notes", file()));

        List<MigrationEvent> events = run.list(migrator.migrate());

        assertThat(events)
                .filteredOn(MigrationEvent.Statement.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(run.list(DB.table("notes").orderBy("id").pluck("body"))).containsExactly("a; b", "it's", "-- down");
        run.list(migrator.rollback());
        assertThat(run.get(Schema.on(run.database()).hasTable("notes"))).isFalse();
        run.list(migrator.migrate());
        assertThat(run.get(DB.table("notes").count())).isEqualTo(3);
    }

    @Test
    @Feature("16.1")
    default void twoTextsAreUpAndDown(Runner run) {
        Migrator migrator = migrator(
                run,
                SqlMigration.of(
                        "M20260101_000000_Notes",
                        "-- no transaction\ncreate table notes (id int primary key);",
                        "drop table notes"));
        run.list(migrator.migrate());
        assertThat(run.get(Schema.on(run.database()).hasTable("notes"))).isTrue();
        run.list(migrator.rollback());
        assertThat(run.get(Schema.on(run.database()).hasTable("notes"))).isFalse();
    }

    @Test
    @Feature("16.1")
    default void oneWithoutTheWayBackIsNotRolledBack(Runner run) {
        Migrator migrator =
                migrator(run, SqlMigration.of("M20260101_000000_Notes", "create table notes (id int primary key)"));
        run.list(migrator.migrate());
        assertThat(run.error(migrator.rollback().then(Mono.just(1))))
                .isInstanceOf(MigrationFailedException.class)
                .hasCauseInstanceOf(IrreversibleMigrationException.class);
        assertThat(run.list(migrator.status()))
                .extracting(status -> status.state().name())
                .containsExactly("APPLIED");
    }

    @Test
    @Feature("16.1")
    default void aMalformedFileIsRefusedBeforeAnythingRuns(Runner run) {
        assertThatThrownBy(() -> migrator(
                        run, SqlMigration.of("M20260101_000000_Notes", "create table notes (id int);\nselect 'open")))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage("M20260101_000000_Notes: line 2, column 8: a ' is opened here and never closed");
    }
}
