package dev.ilana.schema.prisma.syntax;

import dev.ilana.error.Shown;
import dev.ilana.schema.prisma.syntax.Line.Comment;
import dev.ilana.schema.prisma.syntax.Line.Marks;
import dev.ilana.schema.prisma.syntax.Token.Kind;

/** Cuts a text into tokens, one at a time. */
final class Scanner {

    private static final String SIGNS = "{}()[],:=@?!";

    /** More digits than any number of a database has. */
    private static final int MAX_DIGITS = 1000;

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    /** @throws MalformedPrismaException when half of a surrogate pair is in the text, or a NUL */
    Scanner(String text) {
        // A byte order mark is no part of the first line.
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        requireText();
    }

    private void requireText() {
        for (at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean paired = Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (c == 0) {
                throw malformed(here(), "a NUL character; no database could keep it");
            } else if (Character.isSurrogate(c) && !paired) {
                throw malformed(here(), "half of a surrogate pair; the text was cut in the middle of a character");
            } else if (isLineEnd(c)) {
                endLine();
            }
            at += paired ? 1 : 0;
        }
        at = 0;
        line = 1;
        lineStart = 0;
    }

    Token next() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        Position start = here();
        if (at == text.length()) {
            return new Token(Kind.END, "", start);
        }
        char c = text.charAt(at);
        if (isLineEnd(c)) {
            endLine();
            at++;
            return new Token(Kind.LINE_END, "", start);
        } else if (c == '/') {
            return comment(start);
        } else if (c == '"') {
            return new Token(Kind.TEXT, string(start), start);
        } else if (c == '-' || isDigit(c)) {
            return new Token(Kind.NUMBER, number(start), start);
        } else if (isLetter(c)) {
            return new Token(Kind.WORD, word(), start);
        } else if (SIGNS.indexOf(c) >= 0) {
            String sign = text.startsWith("@@", at) ? "@@" : String.valueOf(c);
            at += sign.length();
            return new Token(Kind.SIGN, sign, start);
        }
        String shown = Shown.of(text.substring(at, text.offsetByCodePoints(at, 1)));
        throw malformed(start, "\"" + shown + "\" can't stand here; a name begins with a letter");
    }

    // Words and numbers

    private String word() {
        int start = at;
        while (at < text.length() && (isWordPart(text.charAt(at)) || isDotWithin())) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isDotWithin() {
        return text.charAt(at) == '.' && at + 1 < text.length() && isWordPart(text.charAt(at + 1));
    }

    private String number(Position position) {
        int start = at;
        at++;
        while (at < text.length() && (isWordPart(text.charAt(at)) || isDotWithin())) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > MAX_DIGITS) {
            throw malformed(position, "a number of " + digits.length() + " digits");
        } else if (!digits.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw malformed(
                    position, "\"" + Shown.of(digits) + "\" is no number, and no name, which begins with a letter");
        }
        return digits;
    }

    // Strings

    private String string(Position start) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return requireText(value.toString(), start);
            } else if (c == '\\') {
                int length = StringLiteral.escapeLength(text, at);
                if (length == 0) {
                    throw malformed(here(), "no escape is written like this; a backslash is \\\\");
                }
                value.append(StringLiteral.escaped(text, at));
                at += length;
            } else if (c < ' ') {
                throw malformed(here(), String.format("a control character; write it as \\u%04x", (int) c));
            } else {
                value.append(c);
                at++;
            }
        }
        throw malformed(start, "a string is opened here and not closed in its line");
    }

    /** The escapes of a string could say what no text is allowed to have. */
    private static String requireText(String value, Position start) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !paired)) {
                throw malformed(
                        start, "the string has a NUL or half of a surrogate pair, which no database could keep");
            }
            i += paired ? 1 : 0;
        }
        return value;
    }

    // Comments

    private Token comment(Position start) {
        if (text.startsWith("/*", at)) {
            return blockComment(start);
        } else if (!text.startsWith("//", at)) {
            throw malformed(start, "a comment begins with two slashes");
        }
        Marks marks = text.startsWith("///", at) ? Marks.DOCUMENTATION : Marks.LINE;
        at += marks == Marks.DOCUMENTATION ? 3 : 2;
        int begin = at;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return comment(marks, text.substring(begin, at).stripTrailing(), start);
    }

    private Token blockComment(Position start) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw malformed(start, "a comment is opened here and never closed");
        }
        int begin = at + 2;
        for (; at < end; at++) {
            if (isLineEnd(text.charAt(at))) {
                endLine();
            }
        }
        at = end + 2;
        return comment(Marks.BLOCK, text.substring(begin, end), start);
    }

    private static Token comment(Marks marks, String words, Position start) {
        return new Token(Kind.COMMENT, "", start, new Comment(marks, words, start));
    }

    // Places

    private Position here() {
        return new Position(line, at - lineStart + 1);
    }

    /** Moves to the last character of a line's end, which may be two, and counts the line. */
    private void endLine() {
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        line++;
        lineStart = at + 1;
    }

    private static MalformedPrismaException malformed(Position position, String what) {
        return new MalformedPrismaException(position, what);
    }

    // Letters: a name is of plain ASCII

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isSpace(char c) {
        return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '-';
    }
}
