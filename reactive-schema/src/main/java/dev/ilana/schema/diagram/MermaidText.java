package dev.ilana.schema.diagram;

import java.util.regex.Pattern;

/**
 * How Mermaid takes what others wrote.
 *
 * @see <a href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">Entity Relationship Diagrams</a>
 * @see <a href="https://github.com/mermaid-js/mermaid/blob/develop/packages/mermaid/src/diagrams/er/parser/erDiagram.jison">Its
 *     grammar</a>
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters">Entity codes</a>
 */
final class MermaidText {

    /** All that the type and the name of an attribute may have: plain letters and digits, those from À on, and {@code -_[]()}. */
    private static final Pattern NOT_OF_A_WORD =
            Pattern.compile("[^A-Za-z0-9_\\-\\[\\]()[\\u00C0-\\uFFFF&&[\\p{L}\\p{Nd}]]]");

    /** A word begins with a letter or {@code _}, and what begins with the mark of a key is read as that mark. */
    private static final Pattern NOT_A_START =
            Pattern.compile("^(?![A-Za-z_[\\u00C0-\\uFFFF&&\\p{L}]])|^(?=[PFUpfu][Kk](?![A-Za-z0-9_]))");

    /**
     * What has a meaning within quotes: {@code %} of a directive, {@code ~} of a generic type, {@code $$} of a formula,
     * {@code <} of HTML. A colon may be the start of a style, from which Mermaid takes the last semicolon before it looks for
     * codes.
     */
    private static final Pattern SPECIAL = Pattern.compile("[\"#%~$<>&`\\\\]|:(?=[^ ])");

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\p{Cs}\\u2028\\u2029]+");

    private MermaidText() {}

    /** The name or type as a word, in which {@code _} stands for what can't be said. */
    static String word(String text) {
        return NOT_A_START.matcher(NOT_OF_A_WORD.matcher(text).replaceAll("_")).replaceFirst("_");
    }

    /** The text in quotes, on one line, with codes for the characters that mean something there. */
    static String quoted(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        return '"'
                + SPECIAL.matcher(line)
                        .replaceAll(special -> "#" + (int) special.group().charAt(0) + ";")
                + '"';
    }
}
