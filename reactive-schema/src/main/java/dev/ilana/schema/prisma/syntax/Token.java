package dev.ilana.schema.prisma.syntax;

import dev.ilana.error.Shown;
import dev.ilana.schema.prisma.syntax.Line.Comment;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a text.
 *
 * @param text what it says: of a string, what is between its quotes; of a comment, nothing
 * @param comment null for what is none
 */
record Token(
        Kind kind, String text, Position position, @Nullable Comment comment) {

    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        /** A bracket, a comma or one of the other signs. */
        SIGN,
        COMMENT,
        LINE_END,
        END
    }

    Token(Kind kind, String text, Position position) {
        this(kind, text, position, null);
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether nothing more stands in the line. */
    boolean endsLine() {
        return kind == Kind.LINE_END || kind == Kind.END;
    }

    /** As a message names it. */
    String shown() {
        return switch (kind) {
            case WORD, NUMBER, SIGN -> "\"" + Shown.of(text) + "\"";
            case TEXT -> "a string";
            case COMMENT -> "a comment";
            case LINE_END -> "the end of the line";
            case END -> "the end of the file";
        };
    }
}
