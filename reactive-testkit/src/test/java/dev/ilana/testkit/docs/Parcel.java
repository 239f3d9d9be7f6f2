package dev.ilana.testkit.docs;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ilana.Table;
import dev.ilana.cast.Cast;
import dev.ilana.cast.DateCast;
import dev.ilana.cast.JsonCast;
import dev.ilana.cast.Money;
import dev.ilana.cast.Stored;
import dev.ilana.cast.UuidCast;
import dev.ilana.model.Column;
import dev.ilana.model.Composed;
import dev.ilana.model.Model;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something that is sent. */
public final class Parcel extends Model<Parcel> {
    public static final Table<Parcel> PARCELS = Table.of("parcels", Parcel::new);
    public static final Column<Parcel, Long> ID = PARCELS.id();

    // tag::builtIn
    public static final Column<Parcel, Status> STATUS = // by a value of each constant
            PARCELS.enumeration("status", Status.class, Status::code).defaultTo(Status.WAITING);
    public static final Column<Parcel, List<String>> TAGS =
            PARCELS.array("tags", String.class).nullable();
    public static final Column<Parcel, Map<String, List<Size>>> SIZES = // with its type parameters
            PARCELS.json("sizes", new TypeReference<Map<String, List<Size>>>() {})
                    .nullable();
    public static final Column<Parcel, Money> POSTAGE =
            PARCELS.money("postage", "EUR").fillable().nullable();
    public static final Column<Parcel, Duration> TRAVELLED =
            PARCELS.duration("travelled").nullable();
    public static final Column<Parcel, LocalDate> STAMPED = // kept as text
            PARCELS.column("stamped", DateCast.pattern("dd.MM.uuuu")).nullable();
    public static final Column<Parcel, UUID> TRACKING = // kept as 16 bytes
            PARCELS.column("tracking", UuidCast.bytes()).nullable();
    // end::builtIn

    // tag::function
    public static final Column<Parcel, Celsius> COOLED_TO = PARCELS.column(
                    "cooled_to", Cast.of(Celsius.class, Stored.DOUBLE, Celsius::new, Celsius::degrees))
            .nullable();
    // end::function

    // tag::encrypted
    public static final Column<Parcel, String> DOOR_CODE =
            PARCELS.encrypted("door_code", Secrets::keys).nullable();
    public static final Column<Parcel, Size> CONTENT =
            PARCELS.encrypted("content", JsonCast.of(Size.class), Secrets::keys).nullable();
    // end::encrypted

    // tag::composed
    public static final Column<Parcel, String> STREET = PARCELS.string("street").nullable();
    public static final Column<Parcel, String> CITY = PARCELS.string("city").nullable();
    public static final Column<Parcel, String> ZIP = PARCELS.string("zip").nullable();
    public static final Composed<Parcel, Address> ADDRESS = PARCELS.composed(
            Address::new, STREET.from(Address::street), CITY.from(Address::city), ZIP.from(Address::zip));
    // end::composed

    public Parcel() {
        super(PARCELS);
    }

    /** Where it is. */
    // tag::status
    public enum Status {
        WAITING("w"),
        SENT("s");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
    // end::status

    /** In centimetres. */
    public record Size(int width, int height) {}

    /** Where it goes. */
    public record Address(String street, String city, String zip) {}
}
