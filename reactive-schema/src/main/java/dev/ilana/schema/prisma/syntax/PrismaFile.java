package dev.ilana.schema.prisma.syntax;

import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.Comment;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.Line.Marks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a Prisma file says, comments included: its blocks, and what stands between them. */
public record PrismaFile(List<Line> lines) {

    public PrismaFile {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a text. The grammar is that of Prisma's own parser; an attribute may moreover go over several lines.
     *
     * @throws MalformedPrismaException when it is none
     * @see <a
     *     href="https://github.com/prisma/prisma-engines/blob/main/psl/schema-ast/src/parser/datamodel.pest">datamodel.pest</a>
     */
    public static PrismaFile parse(String text) {
        return new SyntaxReader(text).file();
    }

    /** The text, laid out as {@code prisma format} does; parsed, it is laid out the same. */
    public String print() {
        return Layout.of(this);
    }

    /** The blocks of that kind, in their order. */
    public List<Block> blocks(Keyword keyword) {
        return linesOf(lines, Block.class).stream()
                .filter(block -> block.keyword() == keyword)
                .toList();
    }

    static <T extends Line> List<T> linesOf(List<Line> lines, Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * What the comments of three slashes right before a line say, and that behind it.
     *
     * @param behind null for none
     * @return null when there are none
     */
    public static @Nullable String documentation(List<Line> lines, int line, @Nullable Comment behind) {
        int first = line;
        while (first > 0 && isDocumentation(lines.get(first - 1))) {
            first--;
        }
        List<String> words = new ArrayList<>();
        for (Line comment : lines.subList(first, line)) {
            words.add(words((Comment) comment));
        }
        if (behind != null && isDocumentation(behind)) {
            words.add(words(behind));
        }
        return words.isEmpty() ? null : String.join("\n", words);
    }

    private static boolean isDocumentation(Line line) {
        return line instanceof Comment comment && comment.marks() == Marks.DOCUMENTATION;
    }

    private static String words(Comment comment) {
        return comment.text().startsWith(" ") ? comment.text().substring(1) : comment.text();
    }
}
