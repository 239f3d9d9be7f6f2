package dev.ilana.cast;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A duration, stored as a whole number of some unit, so that the database can compare and add it. */
public final class DurationCast implements Cast<Duration, Long> {

    private final ChronoUnit unit;
    private final BigInteger nanosOfUnit;

    private DurationCast(ChronoUnit unit) {
        if (unit.compareTo(ChronoUnit.DAYS) > 0) {
            throw new InvalidUsageException(unit + " have no length of their own; use days or less");
        }
        this.unit = unit;
        this.nanosOfUnit = nanos(unit.getDuration());
    }

    /**
     * Whole numbers of that unit, of nanoseconds to days.
     *
     * @throws InvalidUsageException for a longer one
     */
    public static DurationCast in(ChronoUnit unit) {
        return new DurationCast(unit);
    }

    @Override
    public Stored<Long> stored() {
        return Stored.BIGINT;
    }

    @Override
    public Class<Duration> javaType() {
        return Duration.class;
    }

    @Override
    public Duration get(Long count) {
        return Duration.of(count, unit);
    }

    /** Never rounded: what is no whole number of the unit is refused. */
    @Override
    public Long set(Duration value) {
        BigInteger[] parts = nanos(value).divideAndRemainder(nanosOfUnit);
        if (parts[1].signum() != 0 || parts[0].bitLength() > 63) {
            throw new TypeMismatchException("a duration", "a whole number of " + unit + " that fits 64 bits", value);
        }
        return parts[0].longValue();
    }

    /** A duration, also as text of ISO 8601 such as PT1H30M; or the number. */
    @Override
    public Duration accept(Object given, String where) {
        if (given instanceof String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new TypeMismatchException(where, "a duration such as PT1H30M", given);
            }
        }
        return Cast.super.accept(given, where);
    }

    private static BigInteger nanos(Duration value) {
        return BigInteger.valueOf(value.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(value.getNano()));
    }
}
