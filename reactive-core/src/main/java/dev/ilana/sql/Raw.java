package dev.ilana.sql;

import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL that a user wrote, in pieces, with a bound value between each two. A {@code ?} is a value; {@code ??} is a question
 * mark, as some operators have one; inside quotes and comments it is text.
 */
public record Raw(List<String> pieces, List<Value> values) implements Expression {

    public Raw {
        pieces = List.copyOf(pieces);
        values = List.copyOf(values);
    }

    /**
     * The SQL with its values.
     *
     * @throws InvalidUsageException when there is not one value for each {@code ?}
     * @throws dev.ilana.error.TypeMismatchException when a value is no scalar
     */
    public static Raw of(String sql, @Nullable Object... values) {
        List<String> pieces = split(sql);
        if (pieces.size() != values.length + 1) {
            throw new InvalidUsageException("SQL with " + (pieces.size() - 1) + " markers \"?\" was given "
                    + values.length + " values: " + sql);
        }
        return new Raw(pieces, Arrays.stream(values).map(Value::of).toList());
    }

    private static List<String> split(String sql) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < sql.length(); ) {
            int end = endOfQuoted(sql, i);
            if (end == i && sql.charAt(i) == '?') {
                boolean doubled = sql.startsWith("??", i);
                if (doubled) {
                    piece.append('?');
                } else {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                i += doubled ? 2 : 1;
            } else {
                end = Math.max(end, i + 1);
                piece.append(sql, i, end);
                i = end;
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** Where the quoted text or comment that begins here ends; here itself when none begins. */
    private static int endOfQuoted(String sql, int start) {
        char c = sql.charAt(start);
        if (c == '\'' || c == '"' || c == '`') {
            return after(sql, String.valueOf(c), start + 1);
        } else if (sql.startsWith("--", start)) {
            return after(sql, "\n", start);
        } else if (sql.startsWith("/*", start)) {
            return after(sql, "*/", start + 2);
        } else if (c == '$') {
            int tag = endOfTag(sql, start);
            return tag < 0 ? start : after(sql, sql.substring(start, tag), tag);
        }
        return start;
    }

    /** Where the opening tag of a dollar quote, such as {@code $$} or {@code $body$}, ends; negative when it is none. */
    private static int endOfTag(String sql, int start) {
        int end = start + 1;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean tag = end < sql.length()
                && sql.charAt(end) == '$'
                && (end == start + 1 || !Character.isDigit(sql.charAt(start + 1)));
        return tag ? end + 1 : -1;
    }

    private static int after(String sql, String ending, int from) {
        int found = sql.indexOf(ending, from);
        return found < 0 ? sql.length() : found + ending.length();
    }
}
