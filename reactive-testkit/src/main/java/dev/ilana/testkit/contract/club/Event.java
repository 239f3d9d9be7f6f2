package dev.ilana.testkit.contract.club;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import java.util.UUID;

/** Something that happens at a club; its key is a UUID. */
public final class Event extends Model<Event> {

    public static final Table<Event> EVENTS = Table.of(Event.class, Event::new);

    public static final Column<Event, UUID> ID = EVENTS.uuidKey();
    public static final Column<Event, String> TITLE = EVENTS.string("title").fillable();

    public Event() {
        super(EVENTS);
    }
}
