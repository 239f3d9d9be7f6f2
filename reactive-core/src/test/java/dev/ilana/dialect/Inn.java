package dev.ilana.dialect;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** Models with a column of each kind, for what is said of models. */
final class Inn {

    private Inn() {}

    /** What a visit is for. */
    enum Kind {
        WORK,
        REST
    }

    /** Somebody who stays. */
    static final class Guest extends Model<Guest> {
        static final Table<Guest> GUESTS =
                Table.of("guests", Guest::new).timestamps().softDeletes();
        static final Column<Guest, Long> ID = GUESTS.id();
        static final Column<Guest, String> NAME = GUESTS.string("name").fillable();
        static final Column<Guest, Integer> AGE = GUESTS.integer("age").nullable();
        static final HasMany<Guest, Visit> VISITS = GUESTS.hasMany("visits", () -> Visit.GUEST_ID);

        Guest() {
            super(GUESTS);
        }
    }

    /** Somebody who comes again. */
    static final class Regular extends Model<Regular> {
        static final Table<Regular> REGULARS =
                Table.of("regulars", Regular::new).softDeletes().globalScope("often", q -> q.where("visits", ">", 3));
        static final Column<Regular, Long> ID = REGULARS.id();
        static final Column<Regular, Integer> VISITS = REGULARS.integer("visits");

        Regular() {
            super(REGULARS);
        }
    }

    /** That they stayed. */
    static final class Visit extends Model<Visit> {
        static final Table<Visit> VISITS = Table.of("visits", Visit::new);
        static final Column<Visit, Long> ID = VISITS.id();
        static final Column<Visit, Long> GUEST_ID = VISITS.foreignId("guest_id");
        static final Column<Visit, String> NOTE = VISITS.string("note");
        static final Column<Visit, String> CITY = VISITS.string("city");
        static final Column<Visit, Integer> NIGHTS = VISITS.integer("nights");
        static final Column<Visit, Integer> BEDS = VISITS.integer("beds");
        static final Column<Visit, BigDecimal> PRICE = VISITS.decimal("price");
        static final Column<Visit, Boolean> PAID = VISITS.bool("paid");
        static final Column<Visit, Kind> KIND = VISITS.enumeration("kind", Kind.class);
        static final Column<Visit, UUID> TOKEN = VISITS.uuid("token");
        static final Column<Visit, Instant> BOOKED_AT = VISITS.timestamp("booked_at");
        static final Column<Visit, LocalDateTime> ARRIVAL = VISITS.dateTime("arrival");
        static final Column<Visit, LocalDate> DAY = VISITS.date("day");
        static final Column<Visit, LocalTime> BREAKFAST = VISITS.time("breakfast");
        static final Column<Visit, Object> PREFS = VISITS.json("prefs", Object.class);

        Visit() {
            super(VISITS);
        }
    }
}
