package dev.ilana.cast;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a column can hold, with the Java class that a {@link Cast} speaks to it in.
 *
 * @param <S> that class
 */
public final class Stored<S> {

    public static final Stored<Boolean> BOOLEAN = new Stored<>(SqlType.BOOLEAN, Boolean.class, Boolean::valueOf);
    public static final Stored<Short> SMALLINT = new Stored<>(SqlType.SMALLINT, Short.class, Short::valueOf);
    public static final Stored<Integer> INTEGER = new Stored<>(SqlType.INTEGER, Integer.class, Integer::valueOf);
    public static final Stored<Long> BIGINT = new Stored<>(SqlType.BIGINT, Long.class, Long::valueOf);
    public static final Stored<Float> REAL = new Stored<>(SqlType.REAL, Float.class, Float::valueOf);
    public static final Stored<Double> DOUBLE = new Stored<>(SqlType.DOUBLE, Double.class, Double::valueOf);
    public static final Stored<BigDecimal> DECIMAL = new Stored<>(SqlType.DECIMAL, BigDecimal.class, BigDecimal::new);
    public static final Stored<String> STRING = new Stored<>(SqlType.STRING, String.class, text -> text);
    public static final Stored<byte[]> BINARY = new Stored<>(
            SqlType.BINARY, byte[].class, Base64.getDecoder()::decode, Base64.getEncoder()::encodeToString);
    public static final Stored<LocalDate> DATE = new Stored<>(SqlType.DATE, LocalDate.class, LocalDate::parse);
    public static final Stored<LocalTime> TIME = new Stored<>(SqlType.TIME, LocalTime.class, LocalTime::parse);
    public static final Stored<LocalDateTime> DATETIME =
            new Stored<>(SqlType.DATETIME, LocalDateTime.class, LocalDateTime::parse);
    /** A point on the time line, kept to the microsecond. */
    public static final Stored<Instant> INSTANT = new Stored<>(SqlType.INSTANT, Instant.class, Instant::parse);

    public static final Stored<UUID> UUID = new Stored<>(SqlType.UUID, UUID.class, java.util.UUID::fromString);
    /** JSON text. */
    public static final Stored<String> JSON = new Stored<>(SqlType.JSON, String.class, text -> text);

    /** An array, on a database that has such columns; its elements are what its driver carries. */
    public static final Stored<Object[]> ARRAY = unspelled(SqlType.ARRAY, Object[].class);

    /** What only its database has a type for, as its driver has it. Text is taken for what it spells there. */
    public static final Stored<Object> OTHER = unspelled(SqlType.OTHER, Object.class);

    private static final List<Stored<?>> BY_CLASS = List.of(
            BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, STRING, BINARY, DATE, TIME, DATETIME, INSTANT,
            UUID);

    private final SqlType type;
    private final Class<S> javaType;
    private final Function<String, S> parse;
    private final Function<S, String> spell;

    private Stored(SqlType type, Class<S> javaType, Function<String, S> parse) {
        this(type, javaType, parse, Object::toString);
    }

    private Stored(SqlType type, Class<S> javaType, Function<String, S> parse, Function<S, String> spell) {
        this.type = type;
        this.javaType = javaType;
        this.parse = parse;
        this.spell = spell;
    }

    /** No text is known for it, so that it can't be encrypted. */
    private static <S> Stored<S> unspelled(SqlType type, Class<S> javaType) {
        return new Stored<>(
                type,
                javaType,
                text -> {
                    throw new InvalidUsageException("nothing is known of a text of " + type);
                },
                value -> {
                    throw new InvalidUsageException("a value of " + type + " has no text, so it can't be encrypted");
                });
    }

    /**
     * How values of that class are stored; text as text, and not as JSON.
     *
     * @throws InvalidUsageException when no column holds them
     */
    @SuppressWarnings("unchecked") // the class is compared
    static <S> Stored<S> of(Class<S> javaType) {
        return (Stored<S>) BY_CLASS.stream()
                .filter(stored -> stored.javaType == javaType)
                .findFirst()
                .orElseThrow(() -> new InvalidUsageException("no column holds values of " + javaType.getName()
                        + "; give a String, a number or another of the classes of Stored"));
    }

    public SqlType type() {
        return type;
    }

    public Class<S> javaType() {
        return javaType;
    }

    /**
     * Something a caller gave without a type, as what is stored.
     *
     * @throws dev.ilana.error.TypeMismatchException when it can't be that without loss
     */
    S accept(Object given, String where) {
        return Conversion.to(javaType, given, where);
    }

    /** The value as text that {@link #parse} reads without loss. */
    String spell(S value) {
        return spell.apply(value);
    }

    S parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String toString() {
        return type.name();
    }
}
