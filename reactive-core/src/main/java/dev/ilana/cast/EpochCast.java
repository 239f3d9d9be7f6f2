package dev.ilana.cast;

import dev.ilana.error.TypeMismatchException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** A point in time, stored as how many seconds or milliseconds it is after the beginning of 1970, UTC. */
public final class EpochCast implements Cast<Instant, Long> {

    private final ChronoUnit unit;
    private final Function<Long, Instant> get;
    private final Function<Instant, Long> set;

    private EpochCast(ChronoUnit unit, Function<Long, Instant> get, Function<Instant, Long> set) {
        this.unit = unit;
        this.get = get;
        this.set = set;
    }

    /** Whole seconds. What is finer is refused, not cut off; {@code mutate} can cut it. */
    public static EpochCast seconds() {
        return new EpochCast(ChronoUnit.SECONDS, Instant::ofEpochSecond, Instant::getEpochSecond);
    }

    /** Whole milliseconds. What is finer is refused, not cut off; {@code mutate} can cut it. */
    public static EpochCast millis() {
        return new EpochCast(ChronoUnit.MILLIS, Instant::ofEpochMilli, Instant::toEpochMilli);
    }

    @Override
    public Stored<Long> stored() {
        return Stored.BIGINT;
    }

    @Override
    public Class<Instant> javaType() {
        return Instant.class;
    }

    @Override
    public Instant get(Long count) {
        return get.apply(count);
    }

    @Override
    public Long set(Instant time) {
        if (!time.truncatedTo(unit).equals(time)) {
            throw new TypeMismatchException("a time kept as a number", "one of whole " + unit, time);
        }
        return set.apply(time);
    }

    /** A point in time, also as text; or the number. */
    @Override
    public Instant accept(Object given, String where) {
        return given instanceof Number ? get(Stored.BIGINT.accept(given, where)) : Stored.INSTANT.accept(given, where);
    }
}
