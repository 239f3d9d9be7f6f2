package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values must be found in columns of another table, or of the same.
 *
 * @param name null for the one made from the table's and the columns' names, which is cut to each database's limit
 */
public record ForeignKeyDefinition(
        @Nullable String name,
        List<String> columns,
        QualifiedName referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferral deferral) {

    public ForeignKeyDefinition {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        columns.forEach(Names::check);
        referencedColumns.forEach(Names::check);
        if (name != null) {
            Names.check(name);
        }
        if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
            throw new InvalidUsageException("a foreign key needs as many columns as it references: " + columns
                    + " can't reference " + referencedColumns + " of \"" + referencedTable + "\"");
        }
    }

    /** A key that does nothing of its own when the row it references goes or changes. */
    public static ForeignKeyDefinition of(
            List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        return new ForeignKeyDefinition(
                null,
                columns,
                referencedTable,
                referencedColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferral.NOT_DEFERRABLE);
    }

    public ForeignKeyDefinition withName(@Nullable String constraint) {
        return new ForeignKeyDefinition(
                constraint, columns, referencedTable, referencedColumns, onDelete, onUpdate, deferral);
    }

    /** The same that points somewhere else. */
    public ForeignKeyDefinition withReferenced(QualifiedName table, List<String> columnsOfIt) {
        return new ForeignKeyDefinition(name, columns, table, columnsOfIt, onDelete, onUpdate, deferral);
    }

    public ForeignKeyDefinition withOnDelete(ReferentialAction action) {
        return new ForeignKeyDefinition(name, columns, referencedTable, referencedColumns, action, onUpdate, deferral);
    }

    public ForeignKeyDefinition withOnUpdate(ReferentialAction action) {
        return new ForeignKeyDefinition(name, columns, referencedTable, referencedColumns, onDelete, action, deferral);
    }

    public ForeignKeyDefinition withDeferral(Deferral when) {
        return new ForeignKeyDefinition(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, when);
    }
}
