package dev.ilana.schema.diff;

import java.util.regex.Pattern;

/** Which names stand in a text of SQL. */
final class Mentions {

    private Mentions() {}

    /** Whether the name is a word of the text; it may be one in a literal, too. */
    static boolean in(String sql, String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                .matcher(sql)
                .find();
    }
}
