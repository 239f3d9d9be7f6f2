package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema as an entity relationship diagram. All names of tables are in quotes, so that none is a word of Mermaid's.
 *
 * @see <a href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">Entity Relationship Diagrams</a>
 */
record MermaidDiagram(SchemaDefinition schema) {

    String text() {
        return Stream.of(
                        Stream.of("erDiagram"),
                        schema.tables().stream().flatMap(MermaidDiagram::table),
                        Reference.of(schema).stream().map(MermaidDiagram::reference))
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> table(TableDefinition table) {
        TableKeys keys = new TableKeys(table);
        return Stream.of(
                        Stream.of("    " + MermaidText.quoted(table.name().toString()) + " {"),
                        table.columns().stream().map(column -> "        " + column(column, keys)),
                        Stream.of("    }"))
                .flatMap(lines -> lines);
    }

    private static String column(ColumnDefinition column, TableKeys keys) {
        String name = MermaidText.word(column.name());
        Stream<String> trueName = name.equals(column.name()) ? Stream.empty() : Stream.of("named " + column.name());
        String note = ColumnNote.of(column, Stream.concat(trueName, TypeWords.choices(column.type())));
        return Stream.of(
                        MermaidText.word(TypeWords.of(column.type())),
                        name,
                        marks(column.name(), keys),
                        note.isEmpty() ? "" : MermaidText.quoted(note))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String marks(String column, TableKeys keys) {
        return Stream.of(
                        keys.isPrimary(List.of(column)) ? "PK" : "",
                        keys.isForeign(column) ? "FK" : "",
                        keys.isUnique(column) ? "UK" : "")
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** From the table referred to, which stands on the side of the one, to that of the many. */
    private static String reference(Reference reference) {
        String line = (reference.isOptional() ? "|o" : "||")
                + (reference.isIdentifying() ? "--" : "..")
                + (reference.isOneToOne() ? "o|" : "o{");
        return "    " + MermaidText.quoted(reference.key().referencedTable().toString()) + " " + line + " "
                + MermaidText.quoted(reference.table().name().toString()) + " : "
                + MermaidText.quoted(String.join(", ", reference.key().columns()));
    }
}
