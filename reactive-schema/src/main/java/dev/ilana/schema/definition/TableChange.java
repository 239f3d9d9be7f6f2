package dev.ilana.schema.definition;

import dev.ilana.sql.Names;
import org.jspecify.annotations.Nullable;

/** A change of a table as a whole. */
public sealed interface TableChange extends SchemaChange {

    record CreateTable(TableDefinition table) implements TableChange {}

    record DropTable(QualifiedName table, boolean ifExists) implements TableChange {}

    /** Another name in the same schema. */
    record RenameTable(QualifiedName table, String newName) implements TableChange {
        public RenameTable {
            Names.check(newName);
        }
    }

    /** @param comment null to take it away */
    record CommentOnTable(QualifiedName table, @Nullable String comment) implements TableChange {}

    /** What the options leave out stays as it is. */
    record ChangeTableOptions(QualifiedName table, TableOptions options) implements TableChange {}
}
