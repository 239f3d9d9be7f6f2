package dev.ilana.schema.definition;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Tables, and the enumerated types and sequences that stand by themselves. */
public record SchemaDefinition(
        List<TableDefinition> tables, List<EnumDefinition> enums, List<SequenceDefinition> sequences) {

    /** What a database has in which nothing is. */
    public static final SchemaDefinition EMPTY = new SchemaDefinition(List.of(), List.of());

    public SchemaDefinition {
        tables = List.copyOf(tables);
        enums = List.copyOf(enums);
        sequences = List.copyOf(sequences);
    }

    /** A schema without sequences that stand by themselves. */
    public SchemaDefinition(List<TableDefinition> tables, List<EnumDefinition> enums) {
        this(tables, enums, List.of());
    }

    public SchemaDefinition withTables(List<TableDefinition> other) {
        return new SchemaDefinition(other, enums, sequences);
    }

    public SchemaDefinition withSequences(List<SequenceDefinition> other) {
        return new SchemaDefinition(tables, enums, other);
    }

    /** With its tables made others, one by one. */
    public SchemaDefinition mapTables(UnaryOperator<TableDefinition> change) {
        return withTables(tables.stream().map(change).toList());
    }

    /** With those of its tables only. */
    public SchemaDefinition filterTables(Predicate<TableDefinition> kept) {
        return withTables(tables.stream().filter(kept).toList());
    }

    /** The table of that name; empty when there is none. */
    public Optional<TableDefinition> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The sequence of that name that stands by itself; empty when there is none. */
    public Optional<SequenceDefinition> sequence(QualifiedName name) {
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst();
    }
}
