package dev.ilana.schema.diff;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** Names as a connection has them: what is in the schema in use has none before it. */
final class InUse {

    private InUse() {}

    static SchemaDefinition of(String current, SchemaDefinition schema) {
        return new SchemaDefinition(
                schema.tables().stream().map(table -> of(current, table)).toList(), schema.enums());
    }

    private static TableDefinition of(String current, TableDefinition table) {
        return new TableDefinition(
                of(current, table.name()),
                table.columns(),
                table.indexes(),
                table.foreignKeys().stream().map(key -> of(current, key)).toList(),
                table.checks(),
                table.options(),
                table.comment());
    }

    private static ForeignKeyDefinition of(String current, ForeignKeyDefinition key) {
        return new ForeignKeyDefinition(
                key.name(),
                key.columns(),
                of(current, key.referencedTable()),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferral());
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
