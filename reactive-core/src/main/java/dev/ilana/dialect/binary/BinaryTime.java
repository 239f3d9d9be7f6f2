package dev.ilana.dialect.binary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as PostgreSQL has them inside: days and microseconds from the beginning of 2000 on, rounded as it rounds a text. */
final class BinaryTime {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND =
            LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    private static final long NANOS = 1_000_000_000;
    private static final long MICROS = 1_000_000;

    private BinaryTime() {}

    static int days(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - EPOCH_DAY);
    }

    static long micros(LocalTime time) {
        long nanos = time.toNanoOfDay();
        return micros(nanos / NANOS, (int) (nanos % NANOS));
    }

    static long micros(LocalDateTime time) {
        return micros(time.toInstant(ZoneOffset.UTC));
    }

    static long micros(Instant instant) {
        return micros(instant.getEpochSecond() - EPOCH_SECOND, instant.getNano());
    }

    /** Half a microsecond goes to the even one. */
    private static long micros(long seconds, int nanos) {
        int micros = nanos / 1_000;
        int rest = nanos % 1_000;
        boolean up = rest > 500 || (rest == 500 && micros % 2 == 1);
        return Math.addExact(Math.multiplyExact(seconds, MICROS), up ? micros + 1 : micros);
    }

    /** Null for infinity. */
    static @Nullable Instant instant(long micros) {
        return micros == Long.MAX_VALUE || micros == Long.MIN_VALUE
                ? null
                : Instant.ofEpochSecond(
                        EPOCH_SECOND + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
