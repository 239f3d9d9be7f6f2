package dev.ilana.schema.prisma.syntax;

import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Expression.ListOf;
import dev.ilana.schema.prisma.syntax.Expression.Numeral;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Expression.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads attributes and what they are given. */
final class ExpressionReader {

    /** The deepest that means something is four: an attribute, its list, a field of an index, its class of operators. */
    private static final int MAX_DEPTH = 8;

    private final Tokens tokens;
    private int depth;

    ExpressionReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The attributes that stand next in the line. */
    List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        while (tokens.took("@")) {
            attributes.add(attribute());
        }
        return attributes;
    }

    /** An attribute, after its sign. */
    Attribute attribute() {
        Name name = tokens.name("the name of an attribute");
        return new Attribute(name, tokens.took("(") ? arguments() : List.of());
    }

    Expression expression() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> new Text(tokens.take().text(), token.position());
            case NUMBER -> new Numeral(tokens.take().text(), token.position());
            case WORD -> wordOrCall(tokens.take());
            case SIGN -> listOf();
            default -> throw tokens.expected("a value");
        };
    }

    private Expression wordOrCall(Token word) {
        return tokens.took("(")
                ? new Call(new Name(word.text(), word.position()), arguments())
                : new Word(word.text(), word.position());
    }

    private Expression listOf() {
        Position start = tokens.peek().position();
        if (!tokens.took("[")) {
            throw tokens.expected("a value");
        }
        List<Expression> items = new ArrayList<>();
        deeper(start);
        while (goesOn("]", items.isEmpty())) {
            items.add(expression());
        }
        depth--;
        return new ListOf(items, start);
    }

    /** What stands in parentheses, the first of which is read. */
    private List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        deeper(tokens.peek().position());
        while (goesOn(")", arguments.isEmpty())) {
            arguments.add(argument());
        }
        depth--;
        return arguments;
    }

    private Argument argument() {
        Token token = tokens.peek();
        Expression value = expression();
        if (value instanceof Word word && tokens.took(":")) {
            tokens.skipLineEnds();
            return new Argument(new Name(word.text(), token.position()), expression());
        }
        return Argument.of(value);
    }

    /** Whether there is another item before the end; takes the end, and the comma before an item. */
    private boolean goesOn(String end, boolean first) {
        tokens.skipLineEnds();
        if (tokens.took(end)) {
            return false;
        } else if (first) {
            return true;
        } else if (!tokens.took(",")) {
            throw tokens.expected("\",\" or \"" + end + "\"");
        }
        tokens.skipLineEnds();
        return !tokens.took(end);
    }

    private void deeper(Position position) {
        if (++depth > MAX_DEPTH) {
            throw new MalformedPrismaException(
                    position, "brackets within brackets, " + depth + " deep; nothing needs that");
        }
    }
}
