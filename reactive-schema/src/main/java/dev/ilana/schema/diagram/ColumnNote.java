package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnDefinition;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a column in words, because a diagram has no sign for it. */
final class ColumnNote {

    private ColumnNote() {}

    /** Its comment, what else is to be said, and how it is computed; empty when there is none of it. */
    static String of(ColumnDefinition column, Stream<String> more) {
        String computed = column.computed() == null
                ? ""
                : "computed as " + column.computed().sql();
        return Stream.of(Stream.ofNullable(column.comment()), more, Stream.of(computed))
                .flatMap(part -> part)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("; "));
    }
}
