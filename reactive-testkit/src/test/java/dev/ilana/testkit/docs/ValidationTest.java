package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.ValidationTest.Booking.BOOKINGS;
import static dev.ilana.testkit.docs.ValidationTest.Booking.EMAIL;
import static dev.ilana.testkit.docs.ValidationTest.Booking.FROM;
import static dev.ilana.testkit.docs.ValidationTest.Booking.GUESTS;
import static dev.ilana.testkit.docs.ValidationTest.Booking.ROOM;
import static dev.ilana.testkit.docs.ValidationTest.Booking.UNTIL;
import static dev.ilana.validation.Rules.email;
import static dev.ilana.validation.Rules.exists;
import static dev.ilana.validation.Rules.pattern;
import static dev.ilana.validation.Rules.range;
import static dev.ilana.validation.Rules.required;
import static dev.ilana.validation.Rules.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.error.ValidationException;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Schema;
import dev.ilana.validation.JakartaValidation;
import dev.ilana.validation.Rule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/validation.md}. */
class ValidationTest extends PageTest {

    static final class Booking extends Model<Booking> {
        static final Table<Booking> BOOKINGS = Table.of(Booking.class, Booking::new);
        static final Column<Booking, Long> ID = BOOKINGS.id();
        // tag::rules
        static final Column<Booking, String> EMAIL =
                BOOKINGS.string("email").fillable().rules(required(), email());
        static final Column<Booking, Integer> GUESTS =
                BOOKINGS.integer("guests").fillable().rules(required(), range(1, 8));
        static final Column<Booking, Long> ROOM =
                BOOKINGS.foreignId("room_id").fillable().rules(required(), exists("rooms", "id"));
        static final Column<Booking, String> CODE =
                BOOKINGS.string("code").nullable().rules(pattern("[A-Z]{3}-\\d{4}"), unique());
        // end::rules
        static final Column<Booking, LocalDate> FROM = BOOKINGS.date("arrival").nullable();
        static final Column<Booking, LocalDate> UNTIL =
                BOOKINGS.date("departure").nullable();

        // tag::own
        static final Rule<String> NO_SHOUTING =
                Rule.of(text -> text.chars().anyMatch(Character::isLowerCase), "must not be all in capitals");

        static final Rule<String> NOT_BANNED = Rule.reactive(address -> DB.table("banned")
                .where("email", address)
                .exists()
                .flatMap(banned -> banned ? Mono.just("is not welcome here") : Mono.empty()));

        static final Column<Booking, String> WISH =
                BOOKINGS.string("wish").nullable().rules(NO_SHOUTING);
        // end::own
        static final Column<Booking, String> FRIEND =
                BOOKINGS.string("friend").nullable().rules(NOT_BANNED);

        // tag::check
        static {
            BOOKINGS.check(booking -> booking.get(FROM) != null
                            && booking.get(UNTIL) != null
                            && !booking.get(FROM).isBefore(booking.get(UNTIL))
                    ? Mono.just(Map.entry("departure", "must be after the arrival"))
                    : Mono.empty());
        }
        // end::check

        Booking() {
            super(BOOKINGS);
        }
    }

    // tag::jakarta
    public static final class Review extends Model<Review> {
        public static final Table<Review> REVIEWS = Table.of(Review.class, Review::new);
        public static final Column<Review, Long> ID = REVIEWS.id();
        public static final Column<Review, String> BODY = REVIEWS.string("body").fillable();

        static {
            REVIEWS.check(JakartaValidation.by(() -> validator)); // asked for at each use
        }

        @NotBlank @Size(max = 200) public @Nullable String getBody() {
            return get(BODY);
        }
        // end::jakarta

        public Review() {
            super(REVIEWS);
        }
        // tag::jakarta
    }
    // end::jakarta

    // tag::validator
    static final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator()) // needs no expression language
            .buildValidatorFactory()
            .getValidator();
    // end::validator

    @BeforeEach
    void bookings() {
        Schema schema = Schema.on(db);
        value(schema.create("rooms", table -> table.id())
                .then(schema.create("banned", table -> table.string("email")))
                .then(schema.create("reviews", table -> {
                    table.id();
                    table.text("body");
                }))
                .then(schema.create("bookings", table -> {
                    table.id();
                    table.string("email");
                    table.integer("guests");
                    table.foreignId("room_id");
                    table.string("code").nullable().unique();
                    table.date("arrival").nullable();
                    table.date("departure").nullable();
                    table.string("wish").nullable();
                    table.string("friend").nullable();
                })));
        run(DB.table("rooms").insert(Map.of("id", 1)));
        run(DB.table("banned").insert(Map.of("email", "eve@example.org")));
    }

    private Map<String, List<String>> failures(Mono<?> save) {
        return catchThrowableOfType(ValidationException.class, () -> run(save)).failures();
    }

    @Test
    void allAtOnce() {
        // tag::failures
        Mono<Map<String, List<String>>> wrong = BOOKINGS.create(Map.of("email", "ada", "guests", 9, "room_id", 7))
                .map(booking -> Map.<String, List<String>>of())
                .onErrorResume(ValidationException.class, error -> Mono.just(error.failures()));
        // {email=[must be an e-mail address], guests=[must be between 1 and 8], room_id=[names no rooms row]}
        // end::failures

        assertThat(run(wrong))
                .hasToString("{email=[must be an e-mail address], guests=[must be between 1 and 8],"
                        + " room_id=[names no rooms row]}");
        assertThat(run(BOOKINGS.count())).isZero();
    }

    private static Booking good() {
        return new Booking().set(EMAIL, "ada@example.org").set(GUESTS, 2).set(ROOM, 1L);
    }

    @Test
    void ownRules() {
        assertThat(failures(good().set(Booking.WISH, "A VIEW")
                        .set(Booking.FRIEND, "eve@example.org")
                        .set(FROM, LocalDate.of(2026, 11, 23))
                        .set(UNTIL, LocalDate.of(2026, 11, 23))
                        .save()))
                .isEqualTo(Map.of(
                        "wish", List.of("must not be all in capitals"),
                        "friend", List.of("is not welcome here"),
                        "departure", List.of("must be after the arrival")));
        Booking booking = run(good().set(Booking.CODE, "ABC-1234").save());
        assertThat(run(booking.set(GUESTS, 3).save()).get(GUESTS)).isEqualTo(3);
        assertThat(failures(good().set(Booking.CODE, "ABC-1234").save()))
                .isEqualTo(Map.of("code", List.of("is taken")));
    }

    @Test
    void jakarta() {
        assertThat(failures(new Review().set(Review.BODY, "x".repeat(201)).save()))
                .isEqualTo(Map.of("body", List.of("size must be between 0 and 200")));
        assertThat(failures(new Review().save())).isEqualTo(Map.of("body", List.of("must not be blank")));
        assertThat(run(new Review().set(Review.BODY, "Good soup.").save()).isStored())
                .isTrue();
    }
}
