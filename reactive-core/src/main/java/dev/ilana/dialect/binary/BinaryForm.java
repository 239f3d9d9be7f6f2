package dev.ilana.dialect.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL has the values of a type inside: what the {@code recv} function of the type reads, in PostgreSQL's source.
 *
 * @param type the class of the values that have this form
 * @param writer throws an {@link ArithmeticException} for a value that is too large for it, or no number of its kind
 */
record BinaryForm<T>(Class<T> type, BiConsumer<ByteBuf, T> writer) {

    private static final BinaryForm<String> TEXT = new BinaryForm<>(String.class, ByteBufUtil::writeUtf8);

    /** By the number of the type, which is the same in every database (its catalog {@code pg_type}). */
    private static final Map<Long, BinaryForm<?>> ALL = Map.ofEntries(
            Map.entry(16L, new BinaryForm<>(Boolean.class, ByteBuf::writeBoolean)),
            Map.entry(17L, new BinaryForm<>(byte[].class, ByteBuf::writeBytes)),
            Map.entry(20L, new BinaryForm<>(Number.class, (out, number) -> out.writeLong(whole(number)))),
            Map.entry(21L, new BinaryForm<>(Number.class, (out, number) -> out.writeShort(small(whole(number))))),
            Map.entry(
                    23L, new BinaryForm<>(Number.class, (out, number) -> out.writeInt(Math.toIntExact(whole(number))))),
            Map.entry(25L, TEXT),
            Map.entry(114L, TEXT),
            Map.entry(700L, new BinaryForm<>(Float.class, ByteBuf::writeFloat)),
            Map.entry(701L, new BinaryForm<>(Double.class, ByteBuf::writeDouble)),
            Map.entry(1042L, TEXT),
            Map.entry(1043L, TEXT),
            Map.entry(1082L, new BinaryForm<>(LocalDate.class, (out, day) -> out.writeInt(BinaryTime.days(day)))),
            Map.entry(1083L, new BinaryForm<>(LocalTime.class, (out, time) -> out.writeLong(BinaryTime.micros(time)))),
            Map.entry(
                    1114L,
                    new BinaryForm<>(LocalDateTime.class, (out, time) -> out.writeLong(BinaryTime.micros(time)))),
            Map.entry(1184L, new BinaryForm<>(Instant.class, (out, time) -> out.writeLong(BinaryTime.micros(time)))),
            Map.entry(1700L, new BinaryForm<>(Number.class, (out, number) -> BinaryDecimal.write(out, exact(number)))),
            Map.entry(
                    2950L,
                    new BinaryForm<>(
                            UUID.class,
                            (out, id) -> out.writeLong(id.getMostSignificantBits())
                                    .writeLong(id.getLeastSignificantBits()))),
            // The number of the form's version, and then the text.
            Map.entry(
                    3802L,
                    new BinaryForm<>(String.class, (out, json) -> ByteBufUtil.writeUtf8(out.writeByte(1), json))));

    /** The form of that type; null when there is none here. */
    static @Nullable BinaryForm<?> of(@Nullable Long type) {
        return type == null ? null : ALL.get(type);
    }

    boolean takes(Object value) {
        return type.isInstance(value);
    }

    void write(ByteBuf out, Object value) {
        writer.accept(out, type.cast(value));
    }

    private static int small(long number) {
        if (number != (short) number) {
            throw new ArithmeticException("more than 16 bits");
        }
        return (int) number;
    }

    /** The server refuses a fraction, even of zero, where a whole number is due. */
    private static long whole(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short) {
            return number.longValue();
        }
        throw new ArithmeticException("not a whole number");
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(whole(number));
    }
}
