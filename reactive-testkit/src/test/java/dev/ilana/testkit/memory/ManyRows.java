package dev.ilana.testkit.memory;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.connection.Database;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Schema;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes rows into a table of its own, in a JVM whose heap holds a small part of them, and counts them. */
final class ManyRows {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private ManyRows() {}

    /** An event of some size. */
    static final class Event extends Model<Event> {

        static final Table<Event> EVENTS = Table.of("events", Event::new).timestamps();
        static final Column<Event, Long> ID = EVENTS.id();
        static final Column<Event, Integer> NUMBER = EVENTS.integer("number");
        static final Column<Event, String> PAYLOAD = EVENTS.string("payload");

        Event() {
            super(EVENTS);
        }

        static Event numbered(int n) {
            return new Event().set(NUMBER, n).set(PAYLOAD, "the payload of the event with the number " + n);
        }
    }

    /** Takes the URL of a database, the number of rows, and {@code true} for one transaction around them. */
    public static void main(String[] args) {
        int rows = Integer.parseInt(args[1]);
        boolean inTransaction = Boolean.parseBoolean(args[2]);
        Database database = Database.connect(args[0]);
        run(
                database,
                Schema.on(database)
                        .dropIfExists("events")
                        .then(Schema.on(database).create("events", table -> {
                            table.id();
                            table.integer("number");
                            table.string("payload");
                            table.timestamps();
                        })));
        Mono<Long> written = Event.EVENTS
                .insertMany(Flux.range(0, rows).map(Event::numbered))
                .map(ManyRows::requireKey)
                .count();
        long came = run(database, inTransaction ? DB.transaction(() -> written) : written);
        long there = run(database, Event.EVENTS.query().countDistinct("number"));
        run(database, Schema.on(database).drop("events"));
        run(database, database.close());
        if (came != rows || there != rows) {
            throw new IllegalStateException(came + " came and " + there + " are there of " + rows);
        }
        System.out.println(rows + " rows");
    }

    private static Event requireKey(Event event) {
        Objects.requireNonNull(event.getKey());
        return event;
    }

    private static <T> T run(Database database, Mono<T> work) {
        return work.contextWrite(database.use()).block(PATIENCE);
    }
}
