package dev.ilana.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of sort keys as bytes: a letter for the class of each, and the value. */
final class KeyValues {

    /** In place of the letter of a class. */
    private static final char NOTHING = '0';

    private static final List<Form<?>> FORMS = List.of(
            new Form<>('l', Long.class, DataOutputStream::writeLong, DataInputStream::readLong),
            new Form<>('i', Integer.class, DataOutputStream::writeInt, DataInputStream::readInt),
            new Form<>('s', Short.class, (out, value) -> out.writeShort(value), DataInputStream::readShort),
            new Form<>('b', Boolean.class, DataOutputStream::writeBoolean, DataInputStream::readBoolean),
            new Form<>('d', Double.class, DataOutputStream::writeDouble, DataInputStream::readDouble),
            new Form<>('f', Float.class, DataOutputStream::writeFloat, DataInputStream::readFloat),
            new Form<>('x', byte[].class, KeyValues::write, KeyValues::bytes),
            text('t', String.class, text -> text),
            text('n', BigDecimal.class, BigDecimal::new),
            text('p', Instant.class, Instant::parse),
            text('D', LocalDate.class, LocalDate::parse),
            text('T', LocalTime.class, LocalTime::parse),
            text('A', LocalDateTime.class, LocalDateTime::parse),
            text('u', UUID.class, UUID::fromString));

    private KeyValues() {}

    static byte[] encoded(@Nullable Object[] values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * So many values.
     *
     * @throws IOException when they are not there, or more is
     */
    static @Nullable Object[] decoded(byte[] bytes, int count) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = read(in);
        }
        if (in.available() > 0) {
            throw new IOException("more than " + count + " values");
        }
        return values;
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(NOTHING);
            return;
        }
        for (Form<?> form : FORMS) {
            if (form.type().isInstance(value)) {
                form.write(out, value);
                return;
            }
        }
        throw new IllegalArgumentException(
                "no sort key is a " + value.getClass().getName());
    }

    private static @Nullable Object read(DataInputStream in) throws IOException {
        int letter = in.readUnsignedByte();
        if (letter == NOTHING) {
            return null;
        }
        for (Form<?> form : FORMS) {
            if (form.letter() == letter) {
                return form.reader().read(in);
            }
        }
        throw new IOException("no value begins with " + letter);
    }

    /** How the values of a class are written and read. */
    private record Form<T>(char letter, Class<T> type, Writer<T> writer, Reader<T> reader) {

        void write(DataOutputStream out, Object value) throws IOException {
            out.writeByte(letter);
            writer.write(out, type.cast(value));
        }
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** The form of a class that says itself in text, and is read from it again. */
    private static <T> Form<T> text(char letter, Class<T> type, Function<String, T> parser) {
        return new Form<>(
                letter,
                type,
                (out, value) -> write(out, value.toString().getBytes(StandardCharsets.UTF_8)),
                in -> parser.apply(new String(bytes(in), StandardCharsets.UTF_8)));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a value is cut off");
        }
        return in.readNBytes(length);
    }
}
