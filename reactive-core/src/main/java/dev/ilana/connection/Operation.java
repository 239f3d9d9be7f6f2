package dev.ilana.connection;

import dev.ilana.sql.Sql;
import java.util.Locale;
import java.util.Set;

/** What kind of statement one is, by its first word: one of a few, whatever the text is. */
final class Operation {

    private static final Set<String> KNOWN = Set.of("select", "insert", "update", "delete", "merge", "copy");

    private Operation() {}

    static String of(Sql sql) {
        String text = sql.text();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (KNOWN.contains(word)) {
            return word;
        }
        // One that begins otherwise, with "with" or a bracket.
        return sql.writes() ? "other" : "select";
    }
}
