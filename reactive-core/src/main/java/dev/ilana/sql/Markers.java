package dev.ilana.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts SQL at its markers: each {@code ?} outside of quotes and comments, where a {@code ??} is a question mark. */
final class Markers {

    /** What is a quote and what is a comment. */
    enum Reading {
        /** That of the SQL standard, and PostgreSQL's additions: dollar quotes, {@code E'\''}, comments within comments. */
        STANDARD,
        /** MySQL's: a backslash takes the next character along, {@code #} begins a comment, and {@code --} does before a space. */
        MYSQL
    }

    /**
     * SQL as one of them reads it.
     *
     * @param pieces what stands between the markers: one more than there are markers
     * @param open whether it ends within a quote or comment, and so can't be meant this way
     */
    record Found(List<String> pieces, boolean open) {}

    private final String sql;
    private final boolean mysql;
    private boolean open;

    private Markers(String sql, Reading reading) {
        this.sql = sql;
        this.mysql = reading == Reading.MYSQL;
    }

    static Found read(String sql, Reading reading) {
        Markers markers = new Markers(sql, reading);
        List<String> pieces = markers.split();
        return new Found(pieces, markers.open);
    }

    private List<String> split() {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < sql.length(); ) {
            int end = endOfText(i);
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
    private int endOfText(int start) {
        char c = sql.charAt(start);
        if (c == '\'' || c == '"' || c == '`') {
            return endOfQuoted(start, c);
        } else if (sql.startsWith("/*", start)) {
            return endOfComment(start);
        } else if (beginsLineComment(start)) {
            return after("\n", start);
        } else if (c == '$' && !mysql && !isWord(start - 1)) {
            int tag = endOfTag(start);
            return tag < 0 ? start : after(sql.substring(start, tag), tag);
        }
        return start;
    }

    /** A doubled quote needs no care: it ends one text and begins the next. */
    private int endOfQuoted(int start, char quote) {
        boolean escapes = mysql ? quote != '`' : quote == '\'' && isEscapeString(start);
        for (int i = start + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == '\\' && escapes) {
                i++;
            } else if (sql.charAt(i) == quote) {
                return i + 1;
            }
        }
        open = true;
        return sql.length();
    }

    /** Whether the quote is that of an {@code E'…'}. */
    private boolean isEscapeString(int quote) {
        return quote > 0 && (sql.charAt(quote - 1) == 'e' || sql.charAt(quote - 1) == 'E') && !isWord(quote - 2);
    }

    private int endOfComment(int start) {
        int depth = 1;
        int i = start + 2;
        while (i < sql.length() && depth > 0) {
            if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
            } else if (!mysql && sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        open |= depth > 0;
        return Math.min(i, sql.length());
    }

    private boolean beginsLineComment(int start) {
        if (sql.startsWith("--", start)) {
            return !mysql || start + 2 == sql.length() || sql.charAt(start + 2) <= ' ';
        }
        return mysql && sql.charAt(start) == '#';
    }

    /** Where the opening tag of a dollar quote, such as {@code $$} or {@code $body$}, ends; negative when it is none. */
    private int endOfTag(int start) {
        int end = start + 1;
        while (isWord(end) && sql.charAt(end) != '$') {
            end++;
        }
        boolean tag = end < sql.length()
                && sql.charAt(end) == '$'
                && (end == start + 1 || !Character.isDigit(sql.charAt(start + 1)));
        return tag ? end + 1 : -1;
    }

    private boolean isWord(int position) {
        if (position < 0 || position >= sql.length()) {
            return false;
        }
        char c = sql.charAt(position);
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || Character.isSurrogate(c);
    }

    private int after(String ending, int from) {
        int found = sql.indexOf(ending, from);
        return found < 0 ? sql.length() : found + ending.length();
    }
}
