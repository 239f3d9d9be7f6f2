package dev.ilana.schema.prisma.syntax;

import dev.ilana.error.Shown;
import dev.ilana.schema.prisma.syntax.FieldType.Arity;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.BlockAttribute;
import dev.ilana.schema.prisma.syntax.Line.Comment;
import dev.ilana.schema.prisma.syntax.Line.EnumValue;
import dev.ilana.schema.prisma.syntax.Line.Field;
import dev.ilana.schema.prisma.syntax.Line.Gap;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.Line.Setting;
import dev.ilana.schema.prisma.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a text into the tree of what it says. */
final class SyntaxReader {

    private final Tokens tokens;
    private final ExpressionReader expressions;

    SyntaxReader(String text) {
        this.tokens = new Tokens(new Scanner(text));
        this.expressions = new ExpressionReader(tokens);
    }

    PrismaFile file() {
        List<Line> lines = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END) {
            if (!tookComment(lines) && !tookGap(lines)) {
                lines.add(block());
            }
        }
        return new PrismaFile(lines);
    }

    private Block block() {
        Name word = tokens.name("model, enum, datasource or generator");
        Keyword keyword = Keyword.of(word.text())
                .orElseThrow(() -> new MalformedPrismaException(
                        word.position(),
                        "unknown block \"" + Shown.of(word.text()) + "\""
                                + Spelling.hint(
                                        word.text(),
                                        Stream.of(Keyword.values())
                                                .map(Keyword::word)
                                                .toList())));
        Name name = tokens.name("the name of the " + keyword.word());
        Position opened = tokens.peek().position();
        tokens.expect("{");
        List<Line> lines = new ArrayList<>();
        Comment behind = tokens.endOfLine();
        if (behind != null) {
            lines.add(behind);
        }
        while (!tokens.took("}")) {
            if (tokens.peek().kind() == Kind.END) {
                throw new MalformedPrismaException(opened, "a block is opened here and never closed");
            } else if (!tookComment(lines) && !tookGap(lines)) {
                lines.add(line(keyword));
            }
        }
        return new Block(keyword, name, lines);
    }

    private Line line(Keyword keyword) {
        if (tokens.took("@@")) {
            return new BlockAttribute(expressions.attribute(), tokens.endOfLine());
        }
        return switch (keyword) {
            case MODEL -> field();
            case ENUM ->
                new EnumValue(tokens.name("a value of the enum"), expressions.attributes(), tokens.endOfLine());
            case DATASOURCE, GENERATOR -> setting();
        };
    }

    private Field field() {
        Name name = tokens.name("the name of a field");
        return new Field(name, type(), expressions.attributes(), tokens.endOfLine());
    }

    private FieldType type() {
        Name name = tokens.name("the type of the field");
        boolean unsupported = name.text().equals("Unsupported") && tokens.took("(");
        if (unsupported) {
            Token sql = tokens.expect(Kind.TEXT, "the type in SQL, as in Unsupported(\"circle\")");
            name = new Name(sql.text(), sql.position());
            tokens.expect(")");
        }
        return new FieldType(name, unsupported, arity());
    }

    private Arity arity() {
        if (tokens.took("?")) {
            return Arity.OPTIONAL;
        } else if (!tokens.took("[")) {
            return Arity.ONE;
        }
        tokens.expect("]");
        if (tokens.peek().is("?")) {
            throw new MalformedPrismaException(
                    tokens.peek().position(), "a list can't be optional; an empty one says the same");
        }
        return Arity.LIST;
    }

    private Setting setting() {
        Name name = tokens.name("the name of a setting");
        tokens.expect("=");
        return new Setting(name, expressions.expression(), tokens.endOfLine());
    }

    // What stands between

    private boolean tookComment(List<Line> lines) {
        if (tokens.peek().kind() != Kind.COMMENT) {
            return false;
        }
        lines.add(Objects.requireNonNull(tokens.take().comment(), "a token of this kind has one"));
        if (tokens.peek().kind() == Kind.LINE_END) {
            tokens.take();
        }
        return true;
    }

    /** The end of a line that nothing stands in. */
    private boolean tookGap(List<Line> lines) {
        if (tokens.peek().kind() != Kind.LINE_END) {
            return false;
        }
        tokens.take();
        Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (last != null && !(last instanceof Gap)) {
            lines.add(new Gap());
        }
        return true;
    }
}
