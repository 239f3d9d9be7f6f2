package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Visit.PAGE;
import static dev.ilana.testkit.contract.club.Visit.VISITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.contract.club.Visit;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A model with a database of its own is there in every chain, whatever the others are on. */
@ResourceLock("the visits")
public interface ModelConnectionContract {

    @BeforeEach
    default void openVisits(Runner run) {
        Database visits = Database.connect("h2:mem:visits");
        DB.register("visits", visits);
        run.value(Schema.on(visits)
                .dropIfExists("visits")
                .then(Schema.on(visits).create("visits", table -> {
                    table.id();
                    table.string("page").unique();
                })));
        run.forgetStatements();
    }

    @AfterEach
    default void closeVisits(Runner run) {
        run.value(DB.connection("visits").close());
    }

    @Test
    @Feature("2.1")
    default void everyWayToAModelGoesToItsOwnDatabase(Runner run) {
        Visit home = run.get(VISITS.create(PAGE.to("/")));
        run.get(VISITS.insertMany(Flux.just(new Visit().set(PAGE, "/a"), new Visit().set(PAGE, "/b")))
                .count());
        run.get(VISITS.bulkInsert(List.of(new Visit().set(PAGE, "/c"))));
        run.get(VISITS.firstOrCreate(Map.of("page", "/d"), Map.of()));
        run.get(home.set(PAGE, "/home").save());
        run.get(VISITS.where(PAGE.eq("/a")).delete());

        assertThat(run.list(VISITS.orderBy(Visit.ID).pluck(PAGE))).containsExactly("/home", "/b", "/c", "/d");
        assertThat(run.get(home.refresh()).get(PAGE)).isEqualTo("/home");
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("2.1")
    default void aTransactionOfAnotherDatabaseIsNotTheirs(Runner run) {
        run.error(DB.transaction(
                () -> VISITS.create(PAGE.to("/")).then(Mono.error(new IllegalStateException("rolled back")))));
        assertThat(run.get(VISITS.count())).isOne();

        run.error(DB.connection("visits")
                .transaction(
                        () -> VISITS.create(PAGE.to("/a")).then(Mono.error(new IllegalStateException("rolled back")))));
        assertThat(run.get(VISITS.count())).isOne();
        assertThat(run.error(VISITS.create(PAGE.to("/")))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    @Feature("2.1")
    default void aQueryMaySayOtherwise(Runner run) {
        assertThat(run.error(VISITS.query().on(run.database()).count())).isInstanceOf(BadSqlException.class);
        assertThat(run.statements()).hasSize(1);
    }
}
