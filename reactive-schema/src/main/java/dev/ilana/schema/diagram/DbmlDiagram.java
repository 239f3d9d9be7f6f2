package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.SchemaDefinition;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema in DBML: enums, tables, references, with an empty line between.
 *
 * @see <a href="https://dbml.dbdiagram.io/docs/">DBML, full syntax</a>
 */
record DbmlDiagram(SchemaDefinition schema) {

    String text() {
        return Stream.of(
                        new DbmlEnums(schema).blocks(),
                        schema.tables().stream().map(table -> new DbmlTable(table).block()),
                        Stream.of(new DbmlReferences(schema).lines()).filter(lines -> !lines.isEmpty()))
                .flatMap(blocks -> blocks)
                .collect(Collectors.joining("\n"));
    }
}
