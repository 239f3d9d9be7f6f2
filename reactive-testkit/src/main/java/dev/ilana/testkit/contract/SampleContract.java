package dev.ilana.testkit.contract;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each start with a table of every type, empty. */
interface SampleContract {

    @BeforeEach
    default void emptyTable(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("samples").then(schema.create("samples", table -> {
            table.id();
            table.bool("a_bool").nullable();
            table.smallInteger("a_small").nullable();
            table.integer("an_integer").nullable();
            table.bigInteger("a_big").nullable();
            table.decimal("a_decimal", 20, 4).nullable();
            table.real("a_real").nullable();
            table.doublePrecision("a_double").nullable();
            table.string("a_string").nullable();
            table.text("a_text").nullable();
            table.binary("a_binary").nullable();
            table.date("a_date").nullable();
            table.time("a_time").nullable();
            table.dateTime("a_date_time").nullable();
            table.timestamp("an_instant").nullable();
            table.uuid("a_uuid").nullable();
            table.json("a_json").nullable();
            table.enumeration("an_enum", Level.class).nullable();
        })));
        run.forgetStatements();
    }

    /** One column of every type. */
    final class Sample extends Model<Sample> {

        static final Table<Sample> SAMPLES = Table.of("samples", Sample::new);
        static final Column<Sample, Long> ID = SAMPLES.id();
        static final Column<Sample, Boolean> BOOL = SAMPLES.bool("a_bool").nullable();
        static final Column<Sample, Short> SMALL =
                SAMPLES.smallInteger("a_small").nullable();
        static final Column<Sample, Integer> INTEGER =
                SAMPLES.integer("an_integer").nullable();
        static final Column<Sample, Long> BIG = SAMPLES.bigInteger("a_big").nullable();
        static final Column<Sample, BigDecimal> DECIMAL =
                SAMPLES.decimal("a_decimal").nullable();
        static final Column<Sample, Float> REAL = SAMPLES.real("a_real").nullable();
        static final Column<Sample, Double> DOUBLE =
                SAMPLES.doublePrecision("a_double").nullable();
        static final Column<Sample, String> STRING = SAMPLES.string("a_string").nullable();
        static final Column<Sample, String> TEXT = SAMPLES.string("a_text").nullable();
        static final Column<Sample, byte[]> BINARY = SAMPLES.binary("a_binary").nullable();
        static final Column<Sample, LocalDate> DATE = SAMPLES.date("a_date").nullable();
        static final Column<Sample, LocalTime> TIME = SAMPLES.time("a_time").nullable();
        static final Column<Sample, LocalDateTime> DATE_TIME =
                SAMPLES.dateTime("a_date_time").nullable();
        static final Column<Sample, Instant> INSTANT =
                SAMPLES.timestamp("an_instant").nullable();
        static final Column<Sample, UUID> UUID = SAMPLES.uuid("a_uuid").nullable();
        static final Column<Sample, Settings> JSON =
                SAMPLES.json("a_json", Settings.class).nullable();
        static final Column<Sample, Level> ENUM =
                SAMPLES.enumeration("an_enum", Level.class).nullable();

        Sample() {
            super(SAMPLES);
        }
    }

    /** Something kept as JSON. */
    record Settings(String name, List<Integer> numbers, boolean on) {}

    /** Something kept by name. */
    enum Level {
        LOW,
        HIGH
    }
}
