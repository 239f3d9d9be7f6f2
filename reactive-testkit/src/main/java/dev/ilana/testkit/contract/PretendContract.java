package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.CitiesContract.done;
import static dev.ilana.testkit.contract.CitiesContract.sent;
import static dev.ilana.testkit.contract.CitiesContract.states;
import static dev.ilana.testkit.contract.CitiesContract.three;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrateOptions;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Rollback;
import dev.ilana.schema.migrate.SqlMigration;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** What pretending shows is what would be done, as far as that can be known. */
public interface PretendContract extends CitiesContract {

    /** Changes what SQL has made. */
    final class M20260102_000000_DeepensLakes implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.table("lakes", t -> t.bigInteger("depth").nullable().change());
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.table("lakes", t -> t.integer("depth").change());
        }
    }

    @Test
    @Feature("16.2")
    default void pretendingShowsTheSqlAndDoesNothing(Runner run) {
        Migrator pretending = three(run).pretending();

        List<MigrationEvent> up = run.list(pretending.migrate());

        assertThat(up)
                .filteredOn(MigrationEvent.Statement.class::isInstance)
                .hasSizeGreaterThan(3)
                .extracting(event -> ((MigrationEvent.Statement) event).sql())
                .anyMatch(sql -> sql.startsWith("insert into "));
        assertThat(run.get(Schema.on(run.database()).hasTable("cities"))).isFalse();
        assertThat(run.get(Schema.on(run.database()).hasTable(MigratorSettings.DEFAULT.table())))
                .isFalse();

        run.list(three(run).migrate());
        assertThat(done(run.list(pretending.rollback()))).hasSize(3);
        assertThat(run.list(pretending.wipe())).isNotEmpty();
        assertThat(done(run.list(pretending.fresh()))).hasSize(3);
        assertThat(done(run.list(pretending.refresh()))).hasSize(6);
        assertThat(states(run, three(run))).containsOnly(State.APPLIED);
        assertThat(run.get(DB.table("cities").count())).isEqualTo(1);
    }

    @Test
    @Feature({"16.2", "16.4"})
    default void pretendingShowsChangesOfColumnsAsTheyWillBe(Runner run) {
        Migration changes = new M20260107_000000_Changes(true);
        Migrator migrator = Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities(), changes));
        // First with the cities only rehearsed, then with those that are there.
        List<String> rehearsed = sent(run.list(migrator.pretending().migrate()));
        run.list(migrator.migrate(MigrateOptions.ALL.to("M20260101_000000_CreateCities")));
        List<String> pretended = sent(run.list(migrator.pretending().migrate()));
        List<String> refreshed = sent(run.list(migrator.pretending().refresh()));
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);

        List<String> done = sent(run.list(migrator.migrate()));

        assertThat(pretended).isEqualTo(done).noneMatch(sql -> sql.contains("unknown"));
        assertThat(rehearsed.subList(1, rehearsed.size())).isEqualTo(done);
        assertThat(refreshed).endsWith(done.get(done.size() - 1));
        List<String> back = sent(run.list(migrator.pretending().rollback(Rollback.steps(1))));
        assertThat(sent(run.list(migrator.rollback(Rollback.steps(1))))).isEqualTo(back);
        assertThat(run.list(migrator.lint()))
                .as("a change of type")
                .anyMatch(report -> report.statement().contains("99"));
    }

    @Test
    @Feature("16.2")
    default void pretendingSaysWhatItCantKnow(Runner run) {
        Migrator migrator = Migrator.of(
                run.database(),
                List.of(
                        SqlMigration.of("M20260101_000000_Sql", "create table lakes (depth int)"),
                        new M20260102_000000_DeepensLakes()));
        assertThat(sent(run.list(migrator.pretending().migrate())))
                .containsExactly(
                        "create table lakes (depth int)",
                        "-- unknown: the change of column \"depth\" of \"lakes\", which is not there yet; it depends on what"
                                + " the column is by then");
        run.list(migrator.migrate());
    }
}
