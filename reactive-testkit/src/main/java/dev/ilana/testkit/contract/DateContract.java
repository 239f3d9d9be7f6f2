package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.DateContract.Moment.AT;
import static dev.ilana.testkit.contract.DateContract.Moment.DAY;
import static dev.ilana.testkit.contract.DateContract.Moment.LOCAL;
import static dev.ilana.testkit.contract.DateContract.Moment.MOMENTS;
import static dev.ilana.testkit.contract.DateContract.Moment.NAME;
import static dev.ilana.testkit.contract.DateContract.Moment.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Conditions on the parts of dates and times; those of a point in time are in the connection's time zone. */
public interface DateContract {

    /** What a URL ends in whose connections are two hours ahead of UTC. */
    String twoHoursAhead();

    /** Something that happened. */
    final class Moment extends Model<Moment> {

        static final Table<Moment> MOMENTS = Table.of("moments", Moment::new);
        static final Column<Moment, Long> ID = MOMENTS.id();
        static final Column<Moment, String> NAME = MOMENTS.string("name");
        static final Column<Moment, LocalDate> DAY = MOMENTS.date("on_day");
        static final Column<Moment, LocalTime> TIME = MOMENTS.time("at_time");
        static final Column<Moment, LocalDateTime> LOCAL = MOMENTS.dateTime("local");
        static final Column<Moment, Instant> AT = MOMENTS.timestamp("at");

        Moment() {
            super(MOMENTS);
        }

        static Moment at(String utc) {
            LocalDateTime local = LocalDateTime.parse(utc);
            return new Moment()
                    .set(NAME, utc)
                    .set(DAY, local.toLocalDate())
                    .set(TIME, local.toLocalTime())
                    .set(LOCAL, local)
                    .set(AT, Instant.parse(utc + "Z"));
        }
    }

    String EVE = "2023-12-31T23:30:00.123456";
    String NOON = "2024-02-29T12:00:00";

    @BeforeEach
    default void moments(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("moments").then(schema.create("moments", table -> {
            table.id();
            table.string("name");
            table.date("on_day");
            table.time("at_time");
            table.dateTime("local");
            table.timestamp("at");
        })));
        run.list(MOMENTS.insertMany(Flux.just(Moment.at(EVE), Moment.at(NOON))));
        run.forgetStatements();
    }

    private static List<String> names(Runner run, ModelQuery<Moment> query) {
        return run.list(query.pluck(NAME));
    }

    @Test
    @Feature("7.5")
    default void partsByNameFindTheirRows(Runner run) {
        for (String column : List.of("at", "local")) {
            assertThat(names(run, MOMENTS.query().whereDate(column, LocalDate.of(2023, 12, 31))))
                    .containsExactly(EVE);
            assertThat(names(run, MOMENTS.query().whereDate(column, ">", LocalDate.of(2023, 12, 31))))
                    .containsExactly(NOON);
            assertThat(names(run, MOMENTS.query().whereTime(column, LocalTime.of(12, 0))))
                    .containsExactly(NOON);
            assertThat(names(run, MOMENTS.query().whereTime(column, LocalTime.parse("23:30:00.123456"))))
                    .containsExactly(EVE);
            assertThat(names(run, MOMENTS.query().whereTime(column, ">=", LocalTime.of(23, 0))))
                    .containsExactly(EVE);
            assertThat(names(run, MOMENTS.query().whereDay(column, 29))).containsExactly(NOON);
            assertThat(names(run, MOMENTS.query().whereDay(column, ">", 29))).containsExactly(EVE);
            assertThat(names(run, MOMENTS.query().whereMonth(column, 2))).containsExactly(NOON);
            assertThat(names(run, MOMENTS.query().whereMonth(column, "<>", 2))).containsExactly(EVE);
            assertThat(names(run, MOMENTS.query().whereYear(column, 2023))).containsExactly(EVE);
            assertThat(names(run, MOMENTS.query().whereYear(column, ">=", 2024)))
                    .containsExactly(NOON);
            assertThat(run.list(DB.table("moments").whereYear(column, 2023).pluck("name")))
                    .containsExactly(EVE);
            assertThat(run.list(DB.table("moments")
                            .whereDate(column, LocalDate.of(2023, 12, 31))
                            .pluck("name")))
                    .containsExactly(EVE);
        }
        assertThat(names(run, MOMENTS.query().whereMonth("on_day", 2))).containsExactly(NOON);
        assertThat(names(run, MOMENTS.query().whereDate("on_day", LocalDate.of(2024, 2, 29))))
                .containsExactly(NOON);
        assertThat(names(run, MOMENTS.query().whereTime("at_time", "<", LocalTime.of(13, 0))))
                .containsExactly(NOON);
    }

    @Test
    @Feature("7.5")
    default void eachHasItsOr(Runner run) {
        ModelQuery<Moment> noon = MOMENTS.where(NAME.eq(NOON));
        LocalDate eve = LocalDate.of(2023, 12, 31);
        LocalTime late = LocalTime.parse("23:30:00.123456");
        for (ModelQuery<Moment> both : List.of(
                noon.orWhereDate("at", eve),
                noon.orWhereDate("at", "<=", eve),
                noon.orWhereTime("at", late),
                noon.orWhereTime("at", ">", LocalTime.of(20, 0)),
                noon.orWhereDay("at", 31),
                noon.orWhereDay("at", ">", 30),
                noon.orWhereMonth("at", 12),
                noon.orWhereMonth("at", ">", 11),
                noon.orWhereYear("at", 2023),
                noon.orWhereYear("at", "<", 2024))) {
            assertThat(names(run, both)).hasSize(2);
        }
    }

    @Test
    @Feature("7.5")
    default void typedPartsAreFieldsLikeOthers(Runner run) {
        assertThat(names(run, MOMENTS.where(AT.date().eq(LocalDate.of(2024, 2, 29)))))
                .containsExactly(NOON);
        assertThat(names(run, MOMENTS.where(AT.time().lt(LocalTime.of(13, 0))))).containsExactly(NOON);
        assertThat(names(run, MOMENTS.where(AT.year().in(2022, 2023)))).containsExactly(EVE);
        assertThat(names(run, MOMENTS.where(AT.month().between(1, 3)))).containsExactly(NOON);
        assertThat(names(run, MOMENTS.where(LOCAL.day().ne(29)))).containsExactly(EVE);
        assertThat(names(run, MOMENTS.where(TIME.hour().eq(23)))).containsExactly(EVE);
        assertThat(names(run, MOMENTS.where(DAY.year().eq(2024)))).containsExactly(NOON);
        assertThat(run.list(MOMENTS.orderBy(Moment.ID).pluck(AT.hour()))).containsExactly(23, 12);
        assertThat(run.list(MOMENTS.orderBy(Moment.ID).pluck(AT.date())))
                .containsExactly(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 2, 29));
        assertThatThrownBy(() -> DAY.hour()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> TIME.year()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> MOMENTS.query().whereYear("at_time", 2024)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature({"7.5", "1.6"})
    default void partsAreUtcWhateverZoneTheJvmIsIn(Runner run) {
        TimeZone before = TimeZone.getDefault();
        Database tokyo = null;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            tokyo = Database.connect(run.url());
            assertThat(MOMENTS.query()
                            .on(tokyo)
                            .whereYear("at", 2023)
                            .pluck(NAME)
                            .collectList()
                            .block())
                    .containsExactly(EVE);
            assertThat(MOMENTS.query()
                            .on(tokyo)
                            .whereTime("at", LocalTime.of(12, 0))
                            .pluck(NAME)
                            .collectList()
                            .block())
                    .containsExactly(NOON);
            assertThat(DB.table("moments")
                            .on(tokyo)
                            .whereYear("at", 2023)
                            .pluck("name")
                            .collectList()
                            .block())
                    .isEqualTo(List.of(EVE));
            assertThat(MOMENTS.query()
                            .on(tokyo)
                            .where(AT.eq(Instant.parse(NOON + "Z")))
                            .count()
                            .block())
                    .isEqualTo(1);
        } finally {
            TimeZone.setDefault(before);
            if (tokyo != null) {
                tokyo.close().block();
            }
        }
    }

    @Test
    @Feature({"7.5", "1.6"})
    default void partsAreOfTheZoneThatTheUrlSays(Runner run) {
        Database ahead = Database.connect(run.url() + twoHoursAhead());
        try {
            ModelQuery<Moment> moments = MOMENTS.query().on(ahead);
            assertThat(moments.whereYear("at", 2024).pluck(NAME).collectList().block())
                    .containsExactlyInAnyOrder(EVE, NOON);
            assertThat(moments.whereDate("at", LocalDate.of(2024, 1, 1))
                            .pluck(NAME)
                            .collectList()
                            .block())
                    .containsExactly(EVE);
            assertThat(moments.where(AT.hour().eq(14)).pluck(NAME).collectList().block())
                    .containsExactly(NOON);
            // what has no zone stays, and a point in time is the same one
            assertThat(moments.whereYear("local", 2023)
                            .pluck(NAME)
                            .collectList()
                            .block())
                    .containsExactly(EVE);
            Moment noon = Objects.requireNonNull(
                    moments.where(AT.eq(Instant.parse(NOON + "Z"))).first().block());
            assertThat(noon.get(AT)).isEqualTo(Instant.parse(NOON + "Z"));
            assertThat(noon.get(LOCAL)).isEqualTo(LocalDateTime.parse(NOON));
        } finally {
            ahead.close().block();
        }
    }
}
