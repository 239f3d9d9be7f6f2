package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import java.time.Instant;

/** An event as a model. */
public final class Event extends Model<Event> {

    public static final Table<Event> EVENTS = Table.of("events", Event::new);

    public static final Column<Event, Long> ID = EVENTS.id();
    public static final Column<Event, String> KIND = EVENTS.string("kind");
    public static final Column<Event, String> PAYLOAD = EVENTS.string("payload");
    public static final Column<Event, Instant> CREATED_AT = EVENTS.timestamp("created_at");

    public static final BelongsTo<Event, Kind> KIND_OF_EVENT = EVENTS.belongsTo("kindOfEvent", KIND, () -> Kind.KINDS);

    public Event() {
        super(EVENTS);
    }
}
