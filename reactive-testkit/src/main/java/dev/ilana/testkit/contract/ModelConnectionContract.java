package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Country.CODE;
import static dev.ilana.testkit.contract.club.Country.COUNTRIES;
import static dev.ilana.testkit.contract.club.Country.NAME;
import static dev.ilana.testkit.contract.club.Visit.PAGE;
import static dev.ilana.testkit.contract.club.Visit.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.ValidationException;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.contract.club.Country;
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
public interface ModelConnectionContract extends ClubContract {

    @BeforeEach
    default void openVisits(Runner run) {
        Database visits = Database.connect("h2:mem:visits");
        DB.register("visits", visits);
        run.value(Schema.on(visits)
                .dropIfExists("visits")
                .then(Schema.on(visits).create("visits", table -> {
                    table.id();
                    table.string("page").unique();
                    table.string("visitor").nullable();
                    table.string("country_code", 2).nullable();
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

    @Test
    @Feature({"2.1", "2.11"})
    default void aRuleAsksTheDatabaseOfItsModel(Runner run) {
        run.get(VISITS.create(PAGE.to("/"), Visit.VISITOR.to("ada")));
        assertThat(run.error(VISITS.create(PAGE.to("/a"), Visit.VISITOR.to("ada"))))
                .isInstanceOf(ValidationException.class)
                .hasMessage("the visits model is not valid: visitor is taken");
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature({"2.1", "4.1"})
    default void aPushWritesToTheDatabaseOfEachModel(Runner run) {
        Country nigeria = run.get(COUNTRIES.create(CODE.to("NG"), NAME.to("Nigeria")));
        Visit visit = Visit.FROM.associate(new Visit().set(PAGE, "/"), nigeria.set(NAME, "Naijiria"));

        assertThat(run.get(visit.push())).isSameAs(visit);

        assertThat(run.get(VISITS.query().sole()).get(Visit.COUNTRY)).isEqualTo("NG");
        assertThat(run.get(COUNTRIES.find("NG")).get(NAME)).isEqualTo("Naijiria");
        assertThat(run.get(VISITS.with(Visit.FROM).sole()).get(Visit.FROM).is(nigeria))
                .isTrue();
        run.assertNothingAcquired();
    }

    @Test
    @Feature({"2.1", "10.1", "11.1"})
    default void relationsGoFromOneDatabaseToTheOther(Runner run) {
        List<Country> countries = run.list(COUNTRIES.insertMany(
                Flux.just("NG", "GH").map(code -> new Country().set(CODE, code).set(NAME, code))));
        run.get(Country.VISITS.of(countries.get(0)).create(PAGE.to("/a")));
        run.get(Visit.FROM
                .associate(new Visit().set(PAGE, "/b"), countries.get(0))
                .save());
        run.forgetStatements();

        List<Country> loaded =
                run.list(COUNTRIES.with(Country.VISITS).orderBy(CODE).get());
        assertThat(run.statements()).as("the visits are asked elsewhere").hasSize(1);
        assertThat(loaded.get(1).get(Country.VISITS))
                .extracting(visit -> visit.get(PAGE))
                .containsExactlyInAnyOrder("/a", "/b");
        assertThat(loaded.get(0).get(Country.VISITS)).isEmpty();
        assertThat(run.get(loaded.get(1).load(Country.VISITS)).get(Country.VISITS))
                .hasSize(2);
        List<Country> byName = run.list(COUNTRIES
                .query()
                .on(run.database())
                .with(Country.VISITS)
                .orderBy(CODE)
                .get());
        assertThat(byName.get(1).get(Country.VISITS))
                .as("of a query that names its database")
                .hasSize(2);
        assertThat(run.get(Country.VISITS.of(byName.get(1)).count())).isEqualTo(2);
        assertThat(run.list(VISITS.with(Visit.FROM).get()))
                .allSatisfy(visit -> assertThat(visit.get(Visit.FROM).get(CODE)).isEqualTo("NG"));
    }

    @Test
    @Feature({"2.1", "10.5"})
    default void noStatementAsksTwoDatabases(Runner run) {
        assertThatThrownBy(() -> COUNTRIES.has(Country.VISITS))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("no statement can ask both countries and visits, which are in two databases: load the"
                        + " relation by with or load");
        assertThatThrownBy(() -> COUNTRIES.withCount(Country.VISITS)).isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }
}
