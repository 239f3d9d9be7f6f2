package dev.ilana.dialect;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one database carries one {@link dev.ilana.sql.SqlType}.
 *
 * <p>A column is always read by its exact driver class: a driver asked for any class looks through all its codecs.
 */
public final class Codec {

    private final Class<?> readType;
    private final Class<?> driverType;
    private final @Nullable Function<Object, Object> fromDriver;
    private final @Nullable Function<Object, Object> toDriver;
    private final @Nullable Supplier<Object> ofNull;

    private Codec(
            Class<?> readType,
            Class<?> driverType,
            @Nullable Function<Object, Object> fromDriver,
            @Nullable Function<Object, Object> toDriver) {
        this(readType, driverType, fromDriver, toDriver, null);
    }

    private Codec(
            Class<?> readType,
            Class<?> driverType,
            @Nullable Function<Object, Object> fromDriver,
            @Nullable Function<Object, Object> toDriver,
            @Nullable Supplier<Object> ofNull) {
        this.readType = readType;
        this.driverType = driverType;
        this.fromDriver = fromDriver;
        this.toDriver = toDriver;
        this.ofNull = ofNull;
    }

    static Codec same(Class<?> type) {
        return new Codec(type, type, null, null);
    }

    static <D, V> Codec converting(Class<D> driverType, Function<D, V> from, Function<V, D> to) {
        return new Codec(driverType, driverType, erased(from), erased(to));
    }

    /** Bound as it is, but read as whichever class the driver thinks best for the column. */
    static <V> Codec readingAny(Class<V> type, Function<Object, V> from) {
        return new Codec(Object.class, type, erased(from), null);
    }

    /** Read as whichever class the driver thinks best for the column, and bound as it is; a null as one of text. */
    static <V> Codec ofColumn(Function<Object, V> from) {
        return new Codec(Object.class, String.class, erased(from), null);
    }

    /** The same, bound as the function says, and a null as what is given. */
    static <V> Codec ofColumn(Function<Object, V> from, Function<V, Object> to, Supplier<Object> ofNull) {
        return new Codec(Object.class, String.class, erased(from), erased(to), ofNull);
    }

    /** The column's value as the {@link dev.ilana.sql.SqlType#javaType()}, null for a null. */
    public @Nullable Object read(Readable row, int index) {
        Object value = row.get(index, readType);
        return value == null || fromDriver == null ? value : fromDriver.apply(value);
    }

    void bind(Statement statement, int index, @Nullable Object value) {
        if (value == null && ofNull != null) {
            var unused = statement.bind(index, ofNull.get());
        } else if (value == null) {
            var unused = statement.bindNull(index, driverType);
        } else {
            var unused = statement.bind(index, toDriver(value));
        }
    }

    Object toDriver(Object value) {
        return toDriver == null ? value : toDriver.apply(value);
    }

    Class<?> driverType() {
        return driverType;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> erased(Function<?, ?> function) {
        return (Function<Object, Object>) function;
    }
}
