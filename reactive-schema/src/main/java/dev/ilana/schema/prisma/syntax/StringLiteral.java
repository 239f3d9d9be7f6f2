package dev.ilana.schema.prisma.syntax;

/** Strings as a Prisma file has them, which is as JSON has them. */
final class StringLiteral {

    private static final char FIRST_PRINTABLE = ' ';
    private static final int HEX = 16;
    private static final int CODE_LENGTH = 4;
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private StringLiteral() {}

    static String written(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int escape = c == '/' ? -1 : MEANT.indexOf(c);
            if (escape >= 0) {
                text.append('\\').append(ESCAPED.charAt(escape));
            } else if (c < FIRST_PRINTABLE) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** How many characters the escape that begins there has; 0 for none that is known. */
    static int escapeLength(String text, int backslash) {
        if (backslash + 1 >= text.length()) {
            return 0;
        }
        char letter = text.charAt(backslash + 1);
        if (ESCAPED.indexOf(letter) >= 0) {
            return 2;
        }
        int end = backslash + 2 + CODE_LENGTH;
        return letter == 'u'
                        && end <= text.length()
                        && text.substring(backslash + 2, end)
                                .chars()
                                .allMatch(c -> c < 128 && Character.digit(c, HEX) >= 0)
                ? end - backslash
                : 0;
    }

    /** The character that the escape which begins there means. */
    static char escaped(String text, int backslash) {
        char letter = text.charAt(backslash + 1);
        return letter == 'u'
                ? (char) Integer.parseInt(text.substring(backslash + 2, backslash + 2 + CODE_LENGTH), HEX)
                : MEANT.charAt(ESCAPED.indexOf(letter));
    }
}
