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
        String referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate) {

    public ForeignKeyDefinition {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        columns.forEach(Names::check);
        referencedColumns.forEach(Names::check);
        Names.check(referencedTable);
        if (name != null) {
            Names.check(name);
        }
        if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
            throw new InvalidUsageException("a foreign key needs as many columns as it references: " + columns
                    + " can't reference " + referencedColumns + " of \"" + referencedTable + "\"");
        }
    }
}
