package dev.ilana.dialect.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A codec of the driver's in all but the reading of its types in binary, and the sending where that is said too.
 *
 * <p>Without the metadata the driver would find its own codec first.
 */
final class BinaryCodec<T> implements Codec<T>, CodecMetadata {

    private final Class<T> type;
    private final Set<PostgresqlObjectId> from;
    private final int[] numbers;
    private final Function<ByteBuf, @Nullable T> reader;
    private final @Nullable ToLongFunction<T> writer;
    private final ByteBufAllocator allocator;
    private final Codec<T> driver;

    /**
     * @param reader leaves the buffer as it is, and gives null for what the driver is to read
     * @param writer gives the number that a value of the only type is sent as, or an {@link ArithmeticException} for one that the
     *     driver is to send; null where the driver is to send all
     */
    BinaryCodec(
            Class<T> type,
            Set<PostgresqlObjectId> from,
            Function<ByteBuf, @Nullable T> reader,
            @Nullable ToLongFunction<T> writer,
            ByteBufAllocator allocator,
            Codec<T> driver) {
        this.type = type;
        this.from = from;
        this.numbers =
                from.stream().mapToInt(PostgresqlObjectId::getObjectId).sorted().toArray();
        this.reader = reader;
        this.writer = writer;
        this.allocator = allocator;
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
        EncodedParameter own = own(value, numbers[0]);
        return own == null ? driver.encode(value) : own;
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        EncodedParameter own = own(value, dataType);
        return own == null ? driver.encode(value, dataType) : own;
    }

    private @Nullable EncodedParameter own(Object value, int dataType) {
        if (writer == null || dataType != numbers[0] || !type.isInstance(value)) {
            return null;
        }
        try {
            long number = writer.applyAsLong(type.cast(value));
            return new EncodedParameter(
                    Format.FORMAT_BINARY,
                    dataType,
                    Mono.fromSupplier(() -> allocator.buffer(Long.BYTES).writeLong(number)));
        } catch (ArithmeticException beyondTheForm) {
            return null;
        }
    }

    @Override
    public EncodedParameter encodeNull() {
        return driver.encodeNull();
    }
}
