package dev.ilana.schema.prisma.syntax;

import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.BlockAttribute;
import dev.ilana.schema.prisma.syntax.Line.Comment;
import dev.ilana.schema.prisma.syntax.Line.EnumValue;
import dev.ilana.schema.prisma.syntax.Line.Field;
import dev.ilana.schema.prisma.syntax.Line.Gap;
import dev.ilana.schema.prisma.syntax.Line.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays a file out as {@code prisma format} does: an empty line between blocks, the lines of a block in columns as far as
 * the next empty line, its attributes at its end and in one order.
 *
 * @see <a href="https://github.com/prisma/prisma-engines/blob/main/psl/schema-ast/src/reformat.rs">reformat.rs</a>
 */
final class Layout {

    private static final String INDENT = "  ";

    private static final List<String> ORDER =
            List.of("id", "unique", "default", "updatedAt", "index", "fulltext", "map", "relation", "ignore");

    private static final Comparator<Attribute> IN_ORDER = Comparator.comparingInt(attribute -> {
        int place = ORDER.indexOf(attribute.name().text());
        return place < 0 ? ORDER.size() : place;
    });

    private Layout() {}

    static String of(PrismaFile file) {
        StringBuilder text = new StringBuilder();
        boolean afterBlock = false;
        for (List<Line> paragraph : paragraphs(file.lines())) {
            for (Line line : paragraph) {
                boolean isBlock = line instanceof Block;
                boolean first = line == paragraph.get(0);
                text.append(text.length() > 0 && (first || afterBlock) ? "\n" : "")
                        .append(isBlock ? block((Block) line) : ((Comment) line).written() + "\n");
                afterBlock = isBlock;
            }
        }
        return text.toString();
    }

    private static String block(Block block) {
        List<String> parts = new ArrayList<>();
        Contents contents = Contents.of(block.lines());
        for (List<Line> paragraph : paragraphs(contents.rest)) {
            parts.add(indented(columns(paragraph).lines()));
        }
        if (!contents.attributes.isEmpty()) {
            parts.add(indented(contents.attributes.stream()
                    .sorted(Comparator.comparing(moved -> moved.line.attribute(), IN_ORDER))
                    .flatMap(moved -> moved.columns().lines().stream())
                    .toList()));
        }
        return block.keyword().word() + " " + block.name().text() + " {\n" + String.join("\n", parts) + "}\n";
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> INDENT + line + "\n").collect(Collectors.joining());
    }

    // Lines in columns

    private static Columns columns(List<Line> lines) {
        Columns columns = new Columns();
        for (Line line : lines) {
            if (line instanceof Field field) {
                columns.add(
                        List.of(field.name().text(), field.type().written(), attributes(field.attributes())),
                        field.comment());
            } else if (line instanceof EnumValue value) {
                columns.add(List.of(value.name().text(), attributes(value.attributes())), value.comment());
            } else if (line instanceof Setting setting) {
                columns.add(
                        List.of(setting.name().text(), "= " + setting.value().written()), setting.comment());
            } else {
                columns.add(List.of(), (Comment) line);
            }
        }
        return columns;
    }

    private static String attributes(List<Attribute> attributes) {
        return attributes.stream()
                .sorted(IN_ORDER)
                .map(attribute -> attribute.written("@"))
                .collect(Collectors.joining(" "));
    }

    // What belongs together

    /** The lines between gaps; none is empty. */
    private static List<List<Line>> paragraphs(List<Line> lines) {
        List<List<Line>> paragraphs = new ArrayList<>();
        List<Line> current = new ArrayList<>();
        for (Line line : lines) {
            if (!(line instanceof Gap)) {
                current.add(line);
            } else if (!current.isEmpty()) {
                paragraphs.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) {
            paragraphs.add(current);
        }
        return paragraphs;
    }

    /** An attribute of a block with the comments right above it, which go where it goes. */
    private record Moved(List<Comment> above, BlockAttribute line) {

        Columns columns() {
            Columns columns = new Columns();
            above.forEach(comment -> columns.add(List.of(), comment));
            columns.add(List.of(line.attribute().written("@@")), line.comment());
            return columns;
        }
    }

    /** The lines of a block, its attributes apart from the rest. */
    private record Contents(List<Line> rest, List<Moved> attributes) {

        static Contents of(List<Line> lines) {
            List<Line> rest = new ArrayList<>();
            List<Moved> attributes = new ArrayList<>();
            List<Comment> comments = new ArrayList<>();
            for (Line line : lines) {
                if (line instanceof Comment comment) {
                    comments.add(comment);
                } else if (line instanceof BlockAttribute attribute) {
                    attributes.add(new Moved(List.copyOf(comments), attribute));
                    comments.clear();
                } else {
                    rest.addAll(comments);
                    rest.add(line);
                    comments.clear();
                }
            }
            rest.addAll(comments);
            return new Contents(rest, attributes);
        }
    }
}
