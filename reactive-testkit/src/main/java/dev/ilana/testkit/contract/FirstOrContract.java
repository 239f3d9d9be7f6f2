package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Account.ACCOUNTS;
import static dev.ilana.testkit.contract.club.Account.BALANCE;
import static dev.ilana.testkit.contract.club.Account.OWNER;
import static dev.ilana.testkit.contract.club.Country.CODE;
import static dev.ilana.testkit.contract.club.Country.COUNTRIES;
import static dev.ilana.testkit.contract.club.Country.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.club.Account;
import dev.ilana.testkit.contract.club.Country;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A row is found or made, whoever else looks for it at the same moment. */
public interface FirstOrContract extends ClubContract {

    @Test
    @Feature("3.2")
    default void whatIsThereIsFoundAndWhatIsNotIsMade(Runner run) {
        Account made = run.get(ACCOUNTS.firstOrCreate(List.of(OWNER.to("Ada")), List.of(BALANCE.to(5))));
        assertThat(made.wasRecentlyCreated()).isTrue();
        Account found = run.get(ACCOUNTS.firstOrCreate(Map.of("owner", "Ada"), Map.of("balance", 9)));
        assertThat(found.is(made)).isTrue();
        assertThat(found.get(BALANCE)).isEqualTo(5);

        Account changed = run.get(ACCOUNTS.updateOrCreate(Map.of("owner", "Ada"), Map.of("balance", 9)));
        assertThat(changed.is(made)).isTrue();
        assertThat(changed.get(BALANCE)).isEqualTo(9);
        assertThat(run.get(ACCOUNTS.updateOrCreate(List.of(OWNER.to("Bob")), List.of(BALANCE.to(1))))
                        .wasRecentlyCreated())
                .isTrue();

        Account unsaved = run.get(ACCOUNTS.firstOrNew(Map.of("owner", "Cyd"), Map.of("balance", 3)));
        assertThat(unsaved.isStored()).isFalse();
        assertThat(unsaved.get(BALANCE)).isEqualTo(3);
        assertThat(run.get(ACCOUNTS.count())).isEqualTo(2);
    }

    @Test
    @Feature("3.2")
    default void ofManyAtOnceOneMakesTheRowAndTheOthersReadIt(Runner run) {
        List<Country> all = run.list(Flux.range(0, 16)
                .flatMap(n -> COUNTRIES.firstOrCreate(List.of(CODE.to("NG")), List.of(NAME.to("by " + n))), 8));
        assertThat(all)
                .hasSize(16)
                .extracting(country -> country.get(NAME))
                .containsOnly(all.get(0).get(NAME));
        assertThat(run.get(COUNTRIES.count())).isEqualTo(1);
        run.assertNothingAcquired();
    }

    /** On InnoDB all who wait get a share of the row's place when it is taken back, and each of them wants all of it. */
    @Test
    @Feature("3.2")
    default void ofManyThatWaitForARowThatIsTakenBackOneMakesIt(Runner run) {
        Sinks.Empty<Void> inserted = Sinks.empty();
        Mono<Country> takenBack = DB.transaction(() -> COUNTRIES
                .create(CODE.to("NG"), NAME.to("taken back"))
                .doOnNext(made -> inserted.tryEmitEmpty())
                .delayElement(Duration.ofMillis(300))
                .flatMap(made -> Mono.error(new IllegalStateException("taken back"))));
        Flux<Country> waiting = inserted.asMono()
                .thenMany(Flux.range(0, 8)
                        .flatMap(n -> COUNTRIES.createOrFirst(List.of(CODE.to("NG")), List.of(NAME.to("by " + n)))));
        List<Country> all =
                run.list(Flux.merge(takenBack.onErrorResume(IllegalStateException.class, e -> Mono.empty()), waiting));
        assertThat(all).hasSize(8).filteredOn(Country::wasRecentlyCreated).hasSize(1);
        assertThat(run.get(COUNTRIES.query().sole()).get(NAME)).startsWith("by ");
        run.assertNothingAcquired();
    }

    @Test
    @Feature("3.2")
    default void inATransactionARefusedInsertCostsNoMoreThanItself(Runner run) {
        run.get(COUNTRIES.create(CODE.to("NG"), NAME.to("Nigeria")));
        Country found = run.get(DB.transaction(() -> COUNTRIES
                .create(CODE.to("GH"), NAME.to("Ghana"))
                .then(COUNTRIES.createOrFirst(List.of(CODE.to("NG")), List.of(NAME.to("other"))))));
        assertThat(found.get(NAME)).isEqualTo("Nigeria");
        assertThat(run.get(COUNTRIES.count())).isEqualTo(2);
    }

    @Test
    @Feature("3.2")
    default void ofManyThatChangeARowAtOnceOneMakesIt(Runner run) {
        List<Country> all = run.list(Flux.range(0, 16)
                .flatMap(n -> COUNTRIES.updateOrCreate(List.of(CODE.to("NG")), List.of(NAME.to("by " + n))), 8));
        assertThat(all).hasSize(16).filteredOn(Country::wasRecentlyCreated).hasSize(1);
        assertThat(run.get(COUNTRIES.query().sole()).get(NAME)).startsWith("by ");
        run.assertNothingAcquired();
    }

    @Test
    @Feature("3.2")
    default void twoTransactionsThatBothFoundNoRowEndWithOne(Runner run) {
        Meeting met = new Meeting(2);
        List<Country> all = run.list(Flux.range(0, 2)
                .flatMap(n -> DB.transaction(() -> COUNTRIES
                        .count()
                        .doOnNext(count -> assertThat(count).isZero())
                        .then(met.arrive())
                        .then(COUNTRIES.firstOrCreate(List.of(CODE.to("NG")), List.of(NAME.to("by " + n)))))));
        assertThat(all)
                .hasSize(2)
                .extracting(country -> country.get(NAME))
                .containsOnly(all.get(0).get(NAME));
        assertThat(all).filteredOn(Country::wasRecentlyCreated).hasSize(1);
        assertThat(run.get(COUNTRIES.count())).isEqualTo(1);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("3.2")
    default void twoTransactionsThatChangeARowThatNeitherFoundEndWithOne(Runner run) {
        Meeting met = new Meeting(2);
        List<Country> all = run.list(Flux.range(0, 2)
                .flatMap(n -> DB.transaction(() -> COUNTRIES
                        .count()
                        .then(met.arrive())
                        .then(COUNTRIES.updateOrCreate(List.of(CODE.to("NG")), List.of(NAME.to("by " + n)))))));
        Country second = all.stream()
                .filter(country -> !country.wasRecentlyCreated())
                .findFirst()
                .orElseThrow();
        assertThat(run.get(COUNTRIES.query().sole()).get(NAME)).isEqualTo(second.get(NAME));
        run.assertNothingAcquired();
    }

    @Test
    @Feature("3.2")
    default void aRowInTheWayThatWasNotAskedForIsTheError(Runner run) {
        run.get(COUNTRIES.create(CODE.to("NG"), NAME.to("Nigeria")));
        Mono<Country> other = COUNTRIES.createOrFirst(List.of(NAME.to("Niger")), List.of(CODE.to("NG")));
        assertThat(run.error(other)).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    @Feature("3.3")
    default void theModelsOfTheseKeysAreDeleted(Runner run) {
        Account ada = run.get(Account.of("Ada").save());
        Account bob = run.get(Account.of("Bob").save());
        assertThat(run.get(ACCOUNTS.destroy(List.of(ada.get(Account.ID), -1L)))).isEqualTo(1);
        assertThat(run.get(ACCOUNTS.query().sole()).is(bob)).isTrue();
        assertThat(run.get(ACCOUNTS.query().onlyTrashed().sole()).is(ada)).isTrue();
    }
}
