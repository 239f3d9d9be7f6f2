package dev.ilana.schema.prisma.syntax;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.prisma.syntax.Line.Comment;
import dev.ilana.schema.prisma.syntax.Token.Kind;
import org.jspecify.annotations.Nullable;

/** The tokens of a text, read one after the other. */
final class Tokens {

    private final Scanner scanner;
    private Token next;

    Tokens(Scanner scanner) {
        this.scanner = scanner;
        this.next = scanner.next();
    }

    Token peek() {
        return next;
    }

    @CanIgnoreReturnValue
    Token take() {
        Token token = next;
        next = scanner.next();
        return token;
    }

    /** Takes the sign, when it is the next. */
    boolean took(String sign) {
        boolean is = next.is(sign);
        if (is) {
            take();
        }
        return is;
    }

    @CanIgnoreReturnValue
    Token expect(Kind kind, String what) {
        if (next.kind() != kind) {
            throw expected(what);
        }
        return take();
    }

    void expect(String sign) {
        if (!took(sign)) {
            throw expected("\"" + sign + "\"");
        }
    }

    Name name(String what) {
        Token word = expect(Kind.WORD, what);
        return new Name(word.text(), word.position());
    }

    /** Between brackets a line may end anywhere. */
    void skipLineEnds() {
        while (next.kind() == Kind.LINE_END) {
            take();
        }
    }

    /** The end of a line, and the comment before it; null where there is none. */
    @Nullable Comment endOfLine() {
        Comment comment = next.kind() == Kind.COMMENT ? take().comment() : null;
        if (!next.endsLine()) {
            throw expected("the end of the line");
        }
        if (next.kind() == Kind.LINE_END) {
            take();
        }
        return comment;
    }

    MalformedPrismaException expected(String what) {
        return new MalformedPrismaException(next.position(), "expected " + what + ", not " + next.shown());
    }
}
