package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import org.jspecify.annotations.Nullable;

/** A change of one column of a table that is there. */
public sealed interface ColumnChange extends SchemaChange {

    QualifiedName table();

    /**
     * Where among the others a column stands.
     *
     * @param after the column it follows; null to be the first
     */
    record Position(@Nullable String after) {
        public Position {
            if (after != null) {
                Names.check(after);
            }
        }
    }

    /**
     * A new column.
     *
     * @param primary whether it is made the primary key: one that counts up must be one from the start
     * @param position null for the end
     */
    record AddColumn(
            QualifiedName table,
            ColumnDefinition column,
            boolean primary,
            @Nullable Position position) implements ColumnChange {}

    /**
     * A column as it is, and as it is to be.
     *
     * @param typeCheck the name of the check that holds the column to its type, where the database has one for it; null
     *     for none
     * @param position null to stay where it is
     */
    record ChangeColumn(
            QualifiedName table,
            ColumnDefinition from,
            ColumnDefinition to,
            @Nullable String typeCheck,
            @Nullable Position position)
            implements ColumnChange {
        public ChangeColumn {
            if (!from.name().equals(to.name())) {
                throw new InvalidUsageException("a column gets another name by renameColumn(\"" + from.name() + "\", \""
                        + to.name() + "\"), not by a change");
            }
        }
    }

    record DropColumn(QualifiedName table, String column) implements ColumnChange {
        public DropColumn {
            Names.check(column);
        }
    }

    record RenameColumn(QualifiedName table, String column, String newName) implements ColumnChange {
        public RenameColumn {
            Names.check(column);
            Names.check(newName);
        }
    }
}
