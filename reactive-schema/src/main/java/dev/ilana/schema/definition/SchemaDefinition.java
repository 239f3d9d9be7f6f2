package dev.ilana.schema.definition;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Tables, and the enumerated types that stand by themselves. */
public record SchemaDefinition(List<TableDefinition> tables, List<EnumDefinition> enums) {

    /** What a database has in which nothing is. */
    public static final SchemaDefinition EMPTY = new SchemaDefinition(List.of(), List.of());

    public SchemaDefinition {
        tables = List.copyOf(tables);
        enums = List.copyOf(enums);
    }

    /** With its tables made others, one by one. */
    public SchemaDefinition mapTables(UnaryOperator<TableDefinition> change) {
        return new SchemaDefinition(tables.stream().map(change).toList(), enums);
    }

    /** With those of its tables only. */
    public SchemaDefinition filterTables(Predicate<TableDefinition> kept) {
        return new SchemaDefinition(tables.stream().filter(kept).toList(), enums);
    }

    /** The table of that name; empty when there is none. */
    public Optional<TableDefinition> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
