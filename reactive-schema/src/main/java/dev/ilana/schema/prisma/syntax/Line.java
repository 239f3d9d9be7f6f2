package dev.ilana.schema.prisma.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands on a line of its own in a file or a block, or on several. */
public sealed interface Line {

    /** An empty line, or several. */
    record Gap() implements Line {}

    /** Which marks a comment has. */
    enum Marks {
        /** {@code // …} */
        LINE,
        /** {@code /// …}, which is about what follows, or what stands before it in its line. */
        DOCUMENTATION,
        /** Between a slash with a star and a star with a slash. */
        BLOCK
    }

    /** @param text what is between its marks */
    record Comment(Marks marks, String text, Position position) implements Line {

        public static Comment of(Marks marks, String text) {
            return new Comment(marks, text, Position.NONE);
        }

        String written() {
            return switch (marks) {
                case LINE -> "//" + text;
                case DOCUMENTATION -> "///" + text;
                case BLOCK -> "/*" + text + "*/";
            };
        }
    }

    /** @param comment what stands behind it in its line; null for nothing */
    record Field(
            Name name,
            FieldType type,
            List<Attribute> attributes,
            @Nullable Comment comment) implements Line {
        public Field {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A value of an enum.
     *
     * @param comment what stands behind it in its line; null for nothing
     */
    record EnumValue(
            Name name, List<Attribute> attributes, @Nullable Comment comment) implements Line {
        public EnumValue {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A key of a datasource or a generator, and its value.
     *
     * @param comment what stands behind it in its line; null for nothing
     */
    record Setting(Name name, Expression value, @Nullable Comment comment) implements Line {}

    /**
     * An attribute of a whole block.
     *
     * @param comment what stands behind it in its line; null for nothing
     */
    record BlockAttribute(Attribute attribute, @Nullable Comment comment) implements Line {}

    /** What a block describes. */
    enum Keyword {
        MODEL,
        ENUM,
        DATASOURCE,
        GENERATOR;

        /** As it stands in a file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Keyword> of(String word) {
            return Stream.of(values())
                    .filter(keyword -> keyword.word().equals(word))
                    .findFirst();
        }
    }

    /** A model, an enum, a datasource or a generator; no block is in another one. */
    record Block(Keyword keyword, Name name, List<Line> lines) implements Line {

        public Block {
            lines = List.copyOf(lines);
        }

        /** The attributes of the whole block, in their order. */
        public List<Attribute> attributes() {
            return PrismaFile.linesOf(lines, BlockAttribute.class).stream()
                    .map(BlockAttribute::attribute)
                    .toList();
        }

        public List<Field> fields() {
            return PrismaFile.linesOf(lines, Field.class);
        }

        /** The values of an enum. */
        public List<EnumValue> values() {
            return PrismaFile.linesOf(lines, EnumValue.class);
        }

        public List<Setting> settings() {
            return PrismaFile.linesOf(lines, Setting.class);
        }
    }
}
