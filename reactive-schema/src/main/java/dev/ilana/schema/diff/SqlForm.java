package dev.ilana.schema.diff;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL by its tokens: without the spaces, capitals, quotes around plain names and outer parentheses with which the same text
 * may be shown. Texts of one form mean the same; those of two may still do so, which only the database knows.
 */
final class SqlForm {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<literal>'[^']*')|(?<name>\"[^\"]*\"|`[^`]*`)|(?<words>\\w+)|(?<sign>[^'\"`\\w\\s]))");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlForm() {}

    static String of(String sql) {
        String text = sql.strip();
        StringBuilder form = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && token.find() && token.start() == end) {
            String written = written(token);
            // A space is what keeps two words apart, and nothing else; two literals side by side are one.
            boolean apart = form.length() > 0 && isWord(form.charAt(form.length() - 1)) && isWord(written.charAt(0));
            form.append(apart ? " " : "").append(written);
            end = token.end();
        }
        // What is no SQL is like itself only.
        return end == text.length() ? withoutParentheses(form.toString()) : text;
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '"';
    }

    private static String written(Matcher token) {
        String literal = token.group("literal");
        String name = token.group("name");
        if (literal != null) {
            return literal;
        } else if (name != null) {
            String bare = name.substring(1, name.length() - 1);
            return PLAIN_NAME.matcher(bare).matches() ? bare : "\"" + bare + "\"";
        }
        return token.group().strip().toLowerCase(Locale.ROOT);
    }

    /** Without the pairs that are around all of it. */
    private static String withoutParentheses(String form) {
        String text = form;
        while (text.startsWith("(") && closes(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1);
        }
        return text;
    }

    /** Where the parenthesis that the text begins with ends. */
    private static int closes(String text) {
        int depth = 0;
        boolean inLiteral = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\'') {
                inLiteral = !inLiteral;
            } else if (!inLiteral) {
                depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
