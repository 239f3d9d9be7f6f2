package dev.ilana.schema.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A language of diagrams, line by line: which lines may stand in which block, and the block that follows each.
 *
 * @param lines the lines of each block; {@code ""} is outside of all
 */
record Grammar(Map<String, List<Line>> lines) {

    /** @param next the block the following line is in */
    record Line(Pattern pattern, String next) {
        static Line of(String regex, String next) {
            return new Line(Pattern.compile(regex), next);
        }
    }

    private static final String ENTITY = "\"[^\"%\\r\\n\\u000b\\u0008\\\\]+\"";

    /** The letters from À on are those of Mermaid's lexer, the rest is as documented. */
    private static final String WORD =
            "(?![PFUpfu][Kk](?![A-Za-z0-9_]))[A-Za-z_\\u00C0-\\uFFFF][A-Za-z0-9\\-_\\[\\]()\\u00C0-\\uFFFF]*";

    /** Stricter than Mermaid's: nothing that has a meaning to what reads the text before or after the lexer does. */
    private static final String COMMENT = among('"', "#%~$<>&`\\\\", "#\\d+;");

    /** https://mermaid.js.org/syntax/entityRelationshipDiagram.html and the lexer of erDiagram.jison. */
    static final Grammar MERMAID = new Grammar(Map.of(
            "",
            List.of(Line.of("erDiagram", "diagram")),
            "diagram",
            List.of(
                    Line.of("    " + ENTITY + " \\{", "attributes"),
                    Line.of(
                            "    " + ENTITY + " (\\|o|\\|\\|)(--|\\.\\.)(o\\||o\\{) " + ENTITY + " : " + ENTITY,
                            "diagram")),
            "attributes",
            List.of(
                    Line.of(
                            "        " + WORD + " " + WORD + "( (PK|FK|UK)(, (FK|UK)){0,2})?( " + COMMENT + ")?",
                            "attributes"),
                    Line.of("    \\}", "diagram"))));

    static final String NAME = among('"', "\\\\", "\\\\[\\\\\"n]|\\\\u[0-9a-f]{4}");
    private static final String NAMES = NAME + "(\\." + NAME + ")?";
    static final String STRING = among('\'', "\\\\", "\\\\[\\\\'n]|\\\\u[0-9a-f]{4}");
    private static final String EXPRESSION = "`[^`\\p{Cntrl}]*`";
    private static final String TYPE = "([a-z]+(\\(\\d+(,\\d+)?\\))?|" + NAMES + ")";
    private static final String DEFAULT = "(\\d+(\\.\\d+)?|true|false|" + STRING + "|" + EXPRESSION + ")";
    private static final String ACTION = "(cascade|restrict|set null|set default|no action)";
    private static final String COLUMNS = "(" + NAME + "|\\(" + NAME + "(, " + NAME + ")+\\))";
    private static final String REFERENCE = "Ref( " + NAME + ")?: " + NAMES + "\\." + COLUMNS + " [>-] " + NAMES + "\\."
            + COLUMNS + settings("delete: " + ACTION, "update: " + ACTION);

    /** https://dbml.dbdiagram.io/docs/ and https://dbml.dbdiagram.io/syntax/language-basics. */
    static final Grammar DBML = new Grammar(Map.of(
            "",
            List.of(
                    Line.of("", ""),
                    Line.of("Enum " + NAMES + " \\{", "enum"),
                    Line.of("Table " + NAMES + " \\{", "table"),
                    Line.of(REFERENCE, ""),
                    Line.of("// [a-z' ]+: " + REFERENCE, "")),
            "enum",
            List.of(Line.of("  " + NAME, "enum"), Line.of("\\}", "")),
            "table",
            List.of(
                    Line.of("", "table"),
                    Line.of(
                            "  " + NAME + " " + TYPE
                                    + settings("pk", "not null", "increment", "default: " + DEFAULT, "note: " + STRING),
                            "table"),
                    Line.of("  indexes \\{", "indexes"),
                    Line.of("  Note: " + STRING, "table"),
                    Line.of("\\}", "")),
            "indexes",
            List.of(
                    Line.of(
                            "    \\((" + NAME + "|" + EXPRESSION + ")(, (" + NAME + "|" + EXPRESSION + "))*\\)"
                                    + settings(
                                            "pk", "unique", "name: " + STRING, "type: (btree|hash)", "note: " + STRING),
                            "indexes"),
                    Line.of("  \\}", "table"))));

    /** Within quotes all but the quote, the end of a line and these characters, which stand only in such codes. */
    private static String among(char quote, String special, String code) {
        String plain = "[^" + quote + special + "\\p{Cntrl}]*+";
        return quote + plain + "((" + code + ")" + plain + ")*+" + quote;
    }

    /** Any of them, at least one, in their order; or no brackets at all. */
    private static String settings(String... each) {
        StringBuilder regex = new StringBuilder("( \\[(?!\\])");
        for (String one : each) {
            regex.append("((?<=\\[|, )").append(one).append("(, (?!\\])|(?=\\])))?");
        }
        return regex + "\\])?";
    }

    /** That each line of the text is one of its block, and that all blocks have ended. */
    void check(String text, String end) {
        assertThat(text)
                .satisfiesAnyOf(
                        some -> assertThat(some).isEmpty(),
                        some -> assertThat(some).endsWith("\n"));
        String block = "";
        for (String line : text.isEmpty()
                ? List.<String>of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1))) {
            String here = block;
            block = lines.getOrDefault(block, List.of()).stream()
                    .filter(one -> one.pattern().matcher(line).matches())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line of \"" + here + "\": " + line))
                    .next();
        }
        assertThat(block).isEqualTo(end);
    }

    static void checkMermaid(String text) {
        MERMAID.check(text, "diagram");
        assertThat(text)
                .as("Mermaid takes the last semicolon from what it takes for a style")
                .doesNotContainPattern("(style|classDef).*:\\S*#.*;");
    }

    static void checkDbml(String text) {
        DBML.check(text, "");
    }
}
