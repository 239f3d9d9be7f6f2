package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Country.COUNTRIES;
import static dev.ilana.testkit.contract.club.Event.EVENTS;
import static dev.ilana.testkit.contract.club.Membership.KEY;
import static dev.ilana.testkit.contract.club.Membership.MEMBERSHIPS;
import static dev.ilana.testkit.contract.club.Membership.STANDING;
import static dev.ilana.testkit.contract.club.Ticket.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.club.Country;
import dev.ilana.testkit.contract.club.Event;
import dev.ilana.testkit.contract.club.Membership;
import dev.ilana.testkit.contract.club.Ticket;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A row is found, written and removed by its key, whoever makes it and of however many columns it is. */
public interface KeyContract extends ClubContract {

    @Test
    @Feature("2.1")
    default void aTableIsNamedAfterItsModel(Runner run) {
        assertThat(COUNTRIES.name()).isEqualTo("countries");
        assertThat(run.get(COUNTRIES.count())).isZero();
    }

    @Test
    @Feature("2.2")
    default void aUuidIsMadeHereAndGrows(Runner run) {
        List<Event> events =
                run.list(EVENTS.insertMany(Flux.range(1, 50).map(n -> new Event().set(Event.TITLE, "event " + n))));

        assertThat(events).extracting(event -> event.get(Event.ID).version()).containsOnly(7);
        assertThat(events)
                .extracting(event -> event.get(Event.ID).toString())
                .isSorted()
                .doesNotHaveDuplicates();
        Event first = events.get(0);
        assertThat(run.get(EVENTS.find(first.get(Event.ID))).get(Event.TITLE)).isEqualTo("event 1");
        assertThat(run.get(EVENTS.find(first.get(Event.ID).toString())).is(first))
                .isTrue();
    }

    @Test
    @Feature("2.2")
    default void aUuidOfOnesOwnIsKept(Runner run) {
        UUID mine = UUID.randomUUID();
        Event event =
                run.get(new Event().set(Event.ID, mine).set(Event.TITLE, "mine").save());
        assertThat(event.getKey()).isEqualTo(mine);
        assertThat(run.get(EVENTS.findOrFail(mine)).get(Event.TITLE)).isEqualTo("mine");
    }

    @Test
    @Feature("2.2")
    default void aUlidSortsByTime(Runner run) {
        List<Ticket> tickets = run.list(Flux.range(1, 20)
                .concatMap(n -> new Ticket().set(Ticket.HOLDER, "h" + n).save()));
        assertThat(tickets)
                .extracting(ticket -> ticket.get(Ticket.ID))
                .isSorted()
                .allMatch(id -> id.length() == 26);
        assertThat(run.list(TICKETS.orderBy(Ticket.ID).pluck(Ticket.HOLDER)))
                .isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(n -> "h" + n).toList());
    }

    @Test
    @Feature("2.2")
    default void aKeyOfTheApplicationIsAskedForBeforeAnythingIsSent(Runner run) {
        assertThat(run.error(new Country().set(Country.NAME, "Nigeria").save()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("countries.code is a key that you assign: set it before you save");
        assertThat(run.statements()).isEmpty();

        Country nigeria = run.get(new Country()
                .set(Country.CODE, "NG")
                .set(Country.NAME, "Nigeria")
                .save());
        assertThat(nigeria.wasRecentlyCreated()).isTrue();
        assertThat(run.get(COUNTRIES.find("NG")).get(Country.NAME)).isEqualTo("Nigeria");
        // whether there is a row decides, and not whether there is a key
        assertThat(run.error(new Country()
                        .set(Country.CODE, "NG")
                        .set(Country.NAME, "Niger")
                        .save()))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    @Feature("2.2")
    default void aKeyThatChangesIsWrittenByTheOldOne(Runner run) {
        Country country = run.get(
                new Country().set(Country.CODE, "ZR").set(Country.NAME, "Zaire").save());
        run.get(country.set(Country.CODE, "CD").set(Country.NAME, "DR Congo").save());
        assertThat(run.list(COUNTRIES.query().pluck(Country.CODE))).containsExactly("CD");
    }

    @Test
    @Feature("2.2")
    default void aKeyOfTwoColumnsFindsWritesAndRemovesItsRowOnly(Runner run) {
        run.list(MEMBERSHIPS.insertMany(
                Flux.just(Membership.of(1, "ada"), Membership.of(1, "bob"), Membership.of(2, "ada"))));

        Membership ada = run.get(MEMBERSHIPS.find(KEY.of(1L, "ada")));
        assertThat(ada.getKey()).isEqualTo(List.of(1L, "ada"));
        run.get(ada.set(STANDING, "chair").save());
        assertThat(run.list(MEMBERSHIPS.where(STANDING.eq("chair")).get()))
                .singleElement()
                .matches(ada::is);
        assertThat(run.list(MEMBERSHIPS.findMany(List.of(KEY.of(1L, "bob"), KEY.of(2L, "ada"), KEY.of(3L, "x")))))
                .hasSize(2);
        assertThat(run.get(ada.set(STANDING, "none").refresh()).get(STANDING)).isEqualTo("chair");
        assertThat(run.get(ada.fresh()).is(ada)).isTrue();
        assertThat(run.get(ada.delete())).isTrue();
        assertThat(run.value(MEMBERSHIPS.find(KEY.of(1L, "ada")))).isNull();
        assertThat(run.get(MEMBERSHIPS.count())).isEqualTo(2);
    }

    @Test
    @Feature("2.2")
    default void aKeyOfTwoColumnsIsWalkedInItsOrder(Runner run) {
        run.list(MEMBERSHIPS.insertMany(Flux.range(0, 25).map(n -> Membership.of(n % 3, "member " + (n + 10)))));
        List<Object> keys = run.list(MEMBERSHIPS.query().lazyById(4).map(membership -> membership.getKey()));
        assertThat(keys).hasSize(25).doesNotHaveDuplicates();
        assertThat(keys.get(0)).isEqualTo(List.of(0L, "member 10"));
        assertThat(keys.get(24)).isEqualTo(List.of(2L, "member 33"));
    }

    @Test
    @Feature("2.2")
    default void manyRowsOfTwoKeysAreUpdatedAndRemovedAtOnce(Runner run) {
        List<Membership> all =
                run.list(MEMBERSHIPS.insertMany(Flux.range(0, 10).map(n -> Membership.of(n % 2, "member " + n))));
        all.forEach(membership -> membership.set(STANDING, "of " + membership.getKey()));
        assertThat(run.get(MEMBERSHIPS.bulkUpdate(all))).isEqualTo(10);
        run.list(MEMBERSHIPS.all())
                .forEach(membership -> assertThat(membership.get(STANDING)).isEqualTo("of " + membership.getKey()));
        assertThat(run.get(MEMBERSHIPS.bulkDelete(all.subList(0, 9)))).isEqualTo(9);
        assertThat(run.get(MEMBERSHIPS.query().sole()).is(all.get(9))).isTrue();
    }

    @Test
    @Feature({"2.2", "3.3"})
    default void rowsOfTwoKeysAreRemovedByTheirKeys(Runner run) {
        run.list(MEMBERSHIPS.insertMany(Flux.just(
                Membership.of(1, "ada"), Membership.of(1, "bob"), Membership.of(2, "ada"), Membership.of(2, "bob"))));
        assertThat(run.get(MEMBERSHIPS.destroy(List.of(KEY.of(1L, "bob"), KEY.of(2L, "ada"), KEY.of(9L, "x")))))
                .isEqualTo(2);
        assertThat(run.get(MEMBERSHIPS.bulkDeleteKeys(List.of(KEY.of(2L, "bob"), KEY.of(1L, "bob")))))
                .isEqualTo(1);
        assertThat(run.get(MEMBERSHIPS.query().sole()).getKey()).isEqualTo(List.of(1L, "ada"));
        assertThat(run.get(MEMBERSHIPS.destroy(List.of()))).isZero();
    }

    @Test
    @Feature({"2.2", "3.2"})
    default void aRowOfTwoKeysIsFoundOrMadeOrChanged(Runner run) {
        Membership made = run.get(MEMBERSHIPS.firstOrCreate(
                List.of(Membership.CLUB.to(1L), Membership.MEMBER.to("ada")), List.of(STANDING.to("new"))));
        assertThat(run.get(MEMBERSHIPS.createOrFirst(
                                List.of(Membership.CLUB.to(1L), Membership.MEMBER.to("ada")),
                                List.of(STANDING.to("other"))))
                        .is(made))
                .isTrue();
        run.get(MEMBERSHIPS.upsert(
                List.of(Membership.of(1, "ada").set(STANDING, "chair"), Membership.of(2, "ada")),
                List.of(Membership.CLUB, Membership.MEMBER),
                List.of(STANDING)));
        assertThat(run.list(MEMBERSHIPS.orderBy(Membership.CLUB).pluck(STANDING)))
                .containsExactly("chair", "new");
    }

    @Test
    @Feature("2.2")
    default void aKeyOfTheWrongShapeIsRefused(Runner run) {
        assertThatThrownBy(() -> MEMBERSHIPS.find(1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> MEMBERSHIPS.find(List.of(1L))).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> MEMBERSHIPS.find(List.of("x", "ada"))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> MEMBERSHIPS.find(java.util.Arrays.asList(1L, null)))
                .isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> KEY.of(1L)).isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }
}
