package dev.ilana.schema.diff;

import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** Names as a connection has them: what is in the schema in use has none before it. */
final class InUse {

    private InUse() {}

    static SchemaDefinition of(String current, SchemaDefinition schema) {
        return schema.mapTables(table -> of(current, table));
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

    /** The schema with tables of others. */
    static SchemaDefinition with(SchemaDefinition schema, List<TableDefinition> others) {
        List<TableDefinition> all = new ArrayList<>(schema.tables());
        all.addAll(others);
        return new SchemaDefinition(all, schema.enums());
    }
}
