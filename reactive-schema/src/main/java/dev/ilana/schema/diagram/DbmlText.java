package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How DBML takes what others wrote.
 *
 * @see <a href="https://dbml.dbdiagram.io/syntax/language-basics">Language basics</a>
 * @see <a
 *     href="https://github.com/holistics/dbml/blob/master/packages/dbml-parse/src/core/lexer/lexer.ts">Its
 *     lexer, which knows more escapes</a>
 */
final class DbmlText {

    /** What would end a line, or is no character at all. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\p{Cs}]");

    private DbmlText() {}

    /** A name, which in double quotes is no word of DBML's. */
    static String name(String name) {
        return '"' + escaped(name, "\"") + '"';
    }

    static String name(QualifiedName name) {
        return name.schema() == null ? name(name.name()) : name(name.schema()) + "." + name(name.name());
    }

    /** A text as a string, on one line. */
    static String string(String text) {
        return "'" + escaped(text, "'") + "'";
    }

    /** SQL as an expression, on one line. There is no escape in one: what SQL has in backticks is a name, in double quotes. */
    static String expression(String sql) {
        return "`" + UNSEEN.matcher(sql).replaceAll(" ").replace('`', '"') + "`";
    }

    /** Settings in brackets after what they are of; nothing when there are none. */
    static String settings(List<String> settings) {
        return settings.isEmpty() ? "" : settings.stream().collect(Collectors.joining(", ", " [", "]"));
    }

    private static String escaped(String text, String quote) {
        String plain = text.replace("\\", "\\\\").replace(quote, "\\" + quote).replace("\n", "\\n");
        return UNSEEN.matcher(plain).replaceAll(unseen -> {
            String code =
                    String.format(Locale.ROOT, "%04x", (int) unseen.group().charAt(0));
            return "\\\\u" + code;
        });
    }
}
