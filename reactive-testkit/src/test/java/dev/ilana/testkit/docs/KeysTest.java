package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.KeysTest.Country.CODE;
import static dev.ilana.testkit.docs.KeysTest.Country.COUNTRIES;
import static dev.ilana.testkit.docs.KeysTest.Country.NAME;
import static dev.ilana.testkit.docs.KeysTest.Event.EVENTS;
import static dev.ilana.testkit.docs.KeysTest.Event.TITLE;
import static dev.ilana.testkit.docs.KeysTest.Seat.GUEST;
import static dev.ilana.testkit.docs.KeysTest.Seat.HALL;
import static dev.ilana.testkit.docs.KeysTest.Seat.KEY;
import static dev.ilana.testkit.docs.KeysTest.Seat.NUMBER;
import static dev.ilana.testkit.docs.KeysTest.Seat.SEATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.model.Column;
import dev.ilana.model.CompositeKey;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Schema;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/keys.md}. */
class KeysTest extends PageTest {

    static final class Event extends Model<Event> {
        static final Table<Event> EVENTS = Table.of(Event.class, Event::new);
        // tag::made
        static final Column<Event, UUID> ID = EVENTS.uuidKey(); // "id": 019a3f0e-…, of version 7
        // end::made
        static final Column<Event, String> TITLE = EVENTS.string("title").fillable();

        Event() {
            super(EVENTS);
        }
    }

    static final class Ticket extends Model<Ticket> {
        static final Table<Ticket> TICKETS = Table.of(Ticket.class, Ticket::new);
        // tag::made
        static final Column<Ticket, String> ID = TICKETS.ulidKey(); // "id": 01K8ZGWQ…, 26 characters
        // end::made

        Ticket() {
            super(TICKETS);
        }
    }

    static final class Invoice extends Model<Invoice> {
        private static final AtomicInteger LAST = new AtomicInteger();
        static final Table<Invoice> INVOICES = Table.of(Invoice.class, Invoice::new);
        // tag::made
        static final Column<Invoice, String> NUMBER = // by a function of yours
                INVOICES.key(INVOICES.string("number"), Invoice::nextNumber);
        // end::made

        Invoice() {
            super(INVOICES);
        }

        private static String nextNumber() {
            return "2026-" + LAST.incrementAndGet();
        }
    }

    static final class Country extends Model<Country> {
        static final Table<Country> COUNTRIES = Table.of(Country.class, Country::new);
        // tag::assigned
        static final Column<Country, String> CODE = COUNTRIES.key(COUNTRIES.string("code"));
        // end::assigned
        static final Column<Country, String> NAME = COUNTRIES.string("name");

        Country() {
            super(COUNTRIES);
        }
    }

    static final class Seat extends Model<Seat> {
        static final Table<Seat> SEATS = Table.of(Seat.class, Seat::new);
        // tag::composite
        static final Column<Seat, Long> HALL = SEATS.foreignId("hall_id");
        static final Column<Seat, String> NUMBER = SEATS.string("number");
        static final CompositeKey<Seat> KEY = SEATS.keys(HALL, NUMBER);
        // end::composite
        static final Column<Seat, String> GUEST = SEATS.string("guest").nullable();

        Seat() {
            super(SEATS);
        }
    }

    @BeforeEach
    void keyedTables() {
        value(schema());
    }

    private Mono<Void> schema() {
        Schema schema = Schema.on(db);
        // tag::schema
        Mono<Void> events = schema.create("events", table -> {
            table.uuid("id").primary();
            table.string("title");
        });
        Mono<Void> tickets = schema.create("tickets", table -> table.ulid("id").primary());
        Mono<Void> seats = schema.create("seats", table -> {
            table.bigInteger("hall_id");
            table.string("number", 10);
            table.string("guest").nullable();
            table.primary("hall_id", "number");
        });
        // end::schema
        return events.then(tickets)
                .then(seats)
                .then(schema.create("invoices", table -> table.string("number").primary()))
                .then(schema.create("countries", table -> {
                    table.string("code", 2).primary();
                    table.string("name");
                }));
    }

    @Test
    void made() {
        // tag::useMade
        Mono<Event> saved = new Event().set(TITLE, "Fair").save(); // the key is in the insert
        Mono<Event> found = saved.flatMap(event -> EVENTS.findOrFail(event.get(Event.ID)));
        Mono<Event> byText = EVENTS.find("019a3f0e-5d2c-7cc3-98c4-dc0c0c07398f"); // of a path, say
        // end::useMade

        assertThat(run(found).get(Event.ID).version()).isEqualTo(7);
        assertThat(value(byText)).isNull();
        assertThat(run(new Ticket().save()).get(Ticket.ID)).hasSize(26);
        assertThat(run(new Invoice().save()).getKey()).isEqualTo("2026-1");
    }

    @Test
    void assigned() {
        // tag::useAssigned
        Mono<Country> added = new Country().set(CODE, "NG").set(NAME, "Nigeria").save(); // an insert
        Mono<Country> again =
                new Country().set(CODE, "NG").set(NAME, "Naijiria").save(); // one too
        Mono<Country> changed = COUNTRIES
                .findOrFail("NG")
                .flatMap(country -> country.set(NAME, "Naijiria").save()); // an update
        // end::useAssigned

        assertThat(run(added).wasRecentlyCreated()).isTrue();
        assertThatThrownBy(() -> run(again)).isInstanceOf(UniqueViolationException.class);
        assertThat(run(changed).get(NAME)).isEqualTo("Naijiria");
        assertThatThrownBy(() -> run(new Country().set(NAME, "Niger").save()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("countries.code is a key that you assign: set it before you save");
    }

    @Test
    void composite() {
        list(SEATS.insertMany(Flux.just("A12", "A13", "A14")
                .map(number -> new Seat().set(HALL, 3L).set(NUMBER, number))));

        // tag::useComposite
        Mono<Seat> seat = SEATS.find(KEY.of(3L, "A12"));
        Flux<Seat> some = SEATS.findMany(List.of(KEY.of(3L, "A12"), KEY.of(3L, "A13")));
        Mono<Seat> taken = seat.flatMap(it -> it.set(GUEST, "Ada").save()); // where both parts are those
        Mono<Object> key = seat.map(Seat::getKey); // [3, A12]
        Mono<Long> removed = SEATS.destroy(List.of(KEY.of(3L, "A14")));
        // end::useComposite

        assertThat(run(taken).get(GUEST)).isEqualTo("Ada");
        assertThat(list(some)).hasSize(2);
        assertThat(run(key)).isEqualTo(List.of(3L, "A12"));
        assertThat(run(removed)).isEqualTo(1);
        assertThatThrownBy(() -> SEATS.key()).isInstanceOf(InvalidUsageException.class);
    }
}
