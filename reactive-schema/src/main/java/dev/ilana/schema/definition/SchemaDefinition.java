package dev.ilana.schema.definition;

import java.util.List;
import java.util.Optional;

/** Tables, and the enumerated types that stand by themselves. */
public record SchemaDefinition(List<TableDefinition> tables, List<EnumDefinition> enums) {

    public SchemaDefinition {
        tables = List.copyOf(tables);
        enums = List.copyOf(enums);
    }

    /** The table of that name; empty when there is none. */
    public Optional<TableDefinition> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
