package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.CitiesContract.catalog;
import static dev.ilana.testkit.contract.CitiesContract.states;
import static dev.ilana.testkit.contract.CitiesContract.three;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A wipe drops all that is in the database, and says what that was. */
public interface WipeContract extends CitiesContract {

    @Test
    @Feature("16.2")
    default void wipeDropsWhateverIsThere(Runner run) {
        run.list(three(run).migrate());
        run.value(DB.statement("create view city_names as select name from cities"));

        List<MigrationEvent> events = run.list(three(run).wipe());

        assertThat(events)
                .extracting(event ->
                        ((MigrationEvent.Dropped) event).kind() + " " + ((MigrationEvent.Dropped) event).name())
                .contains("view city_names", "table cities", "table streets", "table ilana_migrations");
        assertThat(catalog(run)).isEmpty();
        assertThat(run.list(three(run).wipe())).as("nothing left").isEmpty();
    }

    /** What a migration may make besides tables: the statements, and what a wipe says it drops. */
    default Map<String, String> things() {
        return Map.of();
    }

    @Test
    @Feature("16.2")
    default void wipeDropsWhatIsNoTableToo(Runner run) {
        run.list(three(run).migrate());
        things().keySet().forEach(statement -> run.value(DB.statement(statement)));

        List<String> dropped = run.list(three(run).wipe()).stream()
                .map(event -> ((MigrationEvent.Dropped) event).kind() + " " + ((MigrationEvent.Dropped) event).name())
                .toList();

        assertThat(dropped).containsAll(things().values());
        assertThat(run.list(Catalog.of(run.database()).unread())).isEmpty();
    }

    @Test
    @Feature({"16.2", "16.3"})
    default void wipeTakesTheTableOfALeaseWithIt(Runner run) {
        MigratorSettings lease = MigratorSettings.DEFAULT.withLock(LockSettings.DEFAULT.withKind(LockKind.LEASE));
        run.list(three(run).with(lease).migrate());
        run.list(three(run).with(lease).wipe());
        assertThat(run.list(Catalog.of(run.database()).tables())).isEmpty();

        run.list(three(run).with(lease).migrate());
        // Where a session holds the lock, the table is a thing like others.
        run.list(three(run).wipe());
        assertThat(run.list(Catalog.of(run.database()).tables())).isEmpty();
        run.list(three(run).with(lease).migrate());
        run.list(three(run).with(lease).fresh());
        assertThat(states(run, three(run))).containsOnly(State.APPLIED);
    }
}
