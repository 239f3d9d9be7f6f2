package dev.ilana.schema.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQL that a catalog shows, by how string literals are written in it. */
enum SqlText {
    /** Quotes are doubled; PostgreSQL's E and H2's U& literals know backslashes. */
    STANDARD("(E|U&)?'((?:[^']|'')*)'"),
    /** Backslashes escape, as on MySQL and MariaDB; a character set may stand before. */
    BACKSLASHES("(_[a-z0-9]+)?'((?:[^'\\\\]|''|\\\\.)*)'");

    private static final Pattern CODE = Pattern.compile("\\\\([0-9a-fA-F]{4})");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private final Pattern literal;

    SqlText(String literal) {
        this.literal = Pattern.compile(literal);
    }

    /** The values of all string literals, in their order. */
    List<String> literals(String sql) {
        List<String> values = new ArrayList<>();
        Matcher matcher = literal.matcher(sql);
        while (matcher.find()) {
            values.add(value(matcher.group(1), matcher.group(2).replace("''", "'")));
        }
        return values;
    }

    /** The SQL with a question mark for each string literal. */
    String withoutLiterals(String sql) {
        return literal.matcher(sql).replaceAll("?");
    }

    /**
     * The SQL with quotes in literals doubled, and not behind a backslash: the driver takes such a one for the end of the
     * literal, and a question mark behind it for a parameter.
     */
    static String withDoubledQuotes(String sql) {
        return BACKSLASHES
                .literal
                .matcher(sql)
                .replaceAll(literal -> Matcher.quoteReplacement(ESCAPED.matcher(literal.group())
                        .replaceAll(escaped ->
                                escaped.group(1).equals("'") ? "''" : Matcher.quoteReplacement(escaped.group()))));
    }

    /** Text with what backslashes escape in it. */
    static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll("$1");
    }

    private String value(@Nullable String prefix, String text) {
        if (this == BACKSLASHES) {
            return unescaped(text);
        } else if (prefix == null) {
            return text;
        }
        return prefix.equals("E")
                ? text.replace("\\\\", "\\")
                : CODE.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                        .replace("\\\\", "\\");
    }
}
