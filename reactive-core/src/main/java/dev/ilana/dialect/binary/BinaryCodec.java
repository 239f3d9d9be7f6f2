package dev.ilana.dialect.binary;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A codec of the driver's in all but the reading of its type in binary.
 *
 * <p>Without the metadata the driver would find its own codec first.
 */
final class BinaryCodec<T> implements Codec<T>, CodecMetadata {

    private final Class<T> type;
    private final Set<PostgresqlObjectId> from;
    private final int[] numbers;
    private final Function<ByteBuf, @Nullable T> reader;
    private final Codec<T> driver;

    /** @param reader leaves the buffer as it is, and gives null for what the driver is to read */
    BinaryCodec(Class<T> type, Set<PostgresqlObjectId> from, Function<ByteBuf, @Nullable T> reader, Codec<T> driver) {
        this.type = type;
        this.from = from;
        this.numbers =
                from.stream().mapToInt(PostgresqlObjectId::getObjectId).sorted().toArray();
        this.reader = reader;
        this.driver = driver;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public Iterable<Format> getFormats() {
        return Set.of(Format.FORMAT_BINARY);
    }

    @Override
    public Iterable<PostgresqlObjectId> getDataTypes() {
        return from;
    }

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> wanted) {
        // Asked for each value.
        return wanted == type && format == Format.FORMAT_BINARY && Arrays.binarySearch(numbers, dataType) >= 0;
    }

    @Override
    public @Nullable T decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<? extends T> wanted) {
        T value = buffer == null ? null : reader.apply(buffer);
        return value == null ? driver.decode(buffer, dataType, format, wanted) : value;
    }

    @Override
    public boolean canEncode(Object value) {
        return driver.canEncode(value);
    }

    @Override
    public boolean canEncodeNull(Class<?> wanted) {
        return driver.canEncodeNull(wanted);
    }

    @Override
    public EncodedParameter encode(Object value) {
        return driver.encode(value);
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        return driver.encode(value, dataType);
    }

    @Override
    public EncodedParameter encodeNull() {
        return driver.encodeNull();
    }
}
