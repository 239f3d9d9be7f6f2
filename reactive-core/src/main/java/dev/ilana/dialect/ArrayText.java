package dev.ilana.dialect;

import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array as PostgreSQL reads it from text. It is bound, so nothing here can become SQL; the quoting only keeps the
 * elements apart (PostgreSQL documentation, 8.15.6).
 */
final class ArrayText implements Iterable<Object> {

    private static final HexFormat HEX = HexFormat.of();

    private final List<Value> values;
    /** Written at once: whoever prepares a statement has the time for it, not whoever sends it. */
    private final String text;

    ArrayText(List<Value> values) {
        this.values = values;
        this.text = text(values);
    }

    /** Of the elements of an array. */
    static ArrayText of(Object[] elements) {
        return new ArrayText(Arrays.stream(elements)
                .map(element -> new Value(element, SqlType.OTHER))
                .toList());
    }

    /** The elements, for whoever must not show them. */
    @Override
    public Iterator<Object> iterator() {
        return values.stream()
                .<Object>mapMulti((value, into) -> {
                    if (value.value() != null) {
                        into.accept(value.value());
                    }
                })
                .iterator();
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArrayText array && array.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static String text(List<Value> values) {
        StringBuilder out = new StringBuilder(values.size() * 16 + 2);
        char separator = '{';
        for (Value value : values) {
            out.append(separator);
            element(out, value.value());
            separator = ',';
        }
        return (values.isEmpty() ? out.append('{') : out).append('}').toString();
    }

    private static void element(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("NULL");
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof byte[] bytes) {
            out.append("\"\\\\x");
            HEX.formatHex(out, bytes);
            out.append('"');
        } else if (value instanceof TemporalAccessor time) {
            TimeText.append(out.append('"'), time);
            out.append('"');
        } else {
            quoted(out, value.toString());
        }
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append(text, written, i).append('\\');
                written = i;
            }
        }
        out.append(text, written, text.length()).append('"');
    }
}
