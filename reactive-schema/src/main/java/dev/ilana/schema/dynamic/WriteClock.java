package dev.ilana.schema.dynamic;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.function.Function;

/** The time of a write as a column has it: in UTC where it has no zone, and with as many digits as it keeps. */
final class WriteClock {

    private static final int NANO_DIGITS = 9;

    private WriteClock() {}

    /** What a column of that type makes of a time; empty for one that holds no time. */
    static Optional<Function<Instant, Object>> of(ColumnType type) {
        if (type == Plain.DATE) {
            return Optional.of(now -> utc(now).toLocalDate());
        } else if (type instanceof Temporal time) {
            return Optional.of(now -> {
                Instant kept = cut(now, time.precision());
                return switch (time.moment()) {
                    case TIME -> utc(kept).toLocalTime();
                    case DATE_TIME -> utc(kept);
                    case TIMESTAMP -> kept;
                };
            });
        }
        return Optional.empty();
    }

    private static LocalDateTime utc(Instant now) {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    private static Instant cut(Instant now, int digits) {
        int unit = 1;
        for (int i = digits; i < NANO_DIGITS; i++) {
            unit *= 10;
        }
        int nanos = now.get(ChronoField.NANO_OF_SECOND);
        return now.with(ChronoField.NANO_OF_SECOND, nanos - nanos % unit);
    }
}
