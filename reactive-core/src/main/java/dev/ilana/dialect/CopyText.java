package dev.ilana.dialect;

import dev.ilana.sql.Value;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as PostgreSQL's COPY reads them from text: a line a row, its columns apart by tabs (PostgreSQL documentation, COPY,
 * "Text Format").
 */
final class CopyText {

    private static final HexFormat HEX = HexFormat.of();

    private CopyText() {}

    static byte[] of(List<List<Value>> rows) {
        StringBuilder out = new StringBuilder(rows.size() * 64);
        for (List<Value> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                column(i == 0 ? out : out.append('\t'), row.get(i).value());
            }
            out.append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void column(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("\\N");
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof byte[] bytes) {
            HEX.formatHex(out.append("\\\\x"), bytes);
        } else if (value instanceof TemporalAccessor time) {
            TimeText.append(out, time);
        } else if (value instanceof Object[] array) {
            escaped(out, ArrayText.of(array).toString());
        } else {
            escaped(out, value.toString());
        }
    }

    private static void escaped(StringBuilder out, String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = letterOf(text.charAt(i));
            if (letter != 0) {
                out.append(text, written, i).append('\\').append(letter);
                written = i + 1;
            }
        }
        out.append(text, written, text.length());
    }

    /** What stands behind a backslash for a character that would end a column or a row; 0 for any other. */
    private static char letterOf(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
