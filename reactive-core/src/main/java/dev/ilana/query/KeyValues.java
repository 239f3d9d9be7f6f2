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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of sort keys as bytes: a letter for the class of each, and the value. */
final class KeyValues {

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
            out.writeByte('0');
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Short number) {
            out.writeByte('s');
            out.writeShort(number);
        } else if (value instanceof Boolean bool) {
            out.writeByte('b');
            out.writeBoolean(bool);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Float number) {
            out.writeByte('f');
            out.writeFloat(number);
        } else if (value instanceof byte[] binary) {
            out.writeByte('x');
            out.writeInt(binary.length);
            out.write(binary);
        } else {
            out.writeByte(letter(value));
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    /** The classes that say themselves in text, and are read from it again. */
    private static char letter(Object value) {
        if (value instanceof String) {
            return 't';
        } else if (value instanceof BigDecimal) {
            return 'n';
        } else if (value instanceof Instant) {
            return 'p';
        } else if (value instanceof LocalDate) {
            return 'D';
        } else if (value instanceof LocalTime) {
            return 'T';
        } else if (value instanceof LocalDateTime) {
            return 'A';
        } else if (value instanceof UUID) {
            return 'u';
        }
        throw new IllegalArgumentException(
                "no sort key is a " + value.getClass().getName());
    }

    private static @Nullable Object read(DataInputStream in) throws IOException {
        int letter = in.readUnsignedByte();
        return switch (letter) {
            case '0' -> null;
            case 'l' -> in.readLong();
            case 'i' -> in.readInt();
            case 's' -> in.readShort();
            case 'b' -> in.readBoolean();
            case 'd' -> in.readDouble();
            case 'f' -> in.readFloat();
            case 'x' -> bytes(in);
            case 't' -> text(in);
            case 'n' -> new BigDecimal(text(in));
            case 'p' -> Instant.parse(text(in));
            case 'D' -> LocalDate.parse(text(in));
            case 'T' -> LocalTime.parse(text(in));
            case 'A' -> LocalDateTime.parse(text(in));
            case 'u' -> UUID.fromString(text(in));
            default -> throw new IOException("no value begins with " + letter);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a value is cut off");
        }
        return in.readNBytes(length);
    }
}
