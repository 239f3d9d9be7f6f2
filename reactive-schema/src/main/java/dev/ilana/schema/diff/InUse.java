package dev.ilana.schema.diff;

import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Names as a connection has them: what is in the schema in use has none before it. */
final class InUse {

    private InUse() {}

    static SchemaDefinition of(String current, SchemaDefinition schema) {
        return schema.mapTables(table -> of(current, table))
                .withSequences(schema.sequences().stream()
                        .map(sequence -> sequence.withName(of(current, sequence.name())))
                        .toList());
    }

    private static TableDefinition of(String current, TableDefinition table) {
        return table.withName(of(current, table.name()))
                .withForeignKeys(table.foreignKeys().stream()
                        .map(key -> key.withReferenced(of(current, key.referencedTable()), key.referencedColumns()))
                        .toList());
    }

    private static QualifiedName of(String current, QualifiedName name) {
        return current.equals(name.schema()) ? new QualifiedName(null, name.name()) : name;
    }

    /** The schema with what is in others. */
    static SchemaDefinition with(SchemaDefinition schema, SchemaDefinition others) {
        return schema.withTables(both(schema.tables(), others.tables()))
                .withSequences(both(schema.sequences(), others.sequences()));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
