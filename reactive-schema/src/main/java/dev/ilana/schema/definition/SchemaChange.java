package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step from a schema to another. The set is closed: each grammar spells every one. */
public sealed interface SchemaChange {

    record CreateTable(TableDefinition table) implements SchemaChange {}

    record DropTable(String table, boolean ifExists) implements SchemaChange {
        public DropTable {
            Names.check(table);
        }
    }

    record RenameTable(String table, String newName) implements SchemaChange {
        public RenameTable {
            Names.check(table);
            Names.check(newName);
        }
    }

    /** @param primary whether the column is made the primary key: a generated one must be one from the start */
    record AddColumn(String table, ColumnDefinition column, boolean primary) implements SchemaChange {
        public AddColumn {
            Names.check(table);
        }
    }

    record DropColumn(String table, String column) implements SchemaChange {
        public DropColumn {
            Names.check(table);
            Names.check(column);
        }
    }

    record RenameColumn(String table, String column, String newName) implements SchemaChange {
        public RenameColumn {
            Names.check(table);
            Names.check(column);
            Names.check(newName);
        }
    }

    record AddIndex(String table, IndexDefinition index) implements SchemaChange {
        public AddIndex {
            Names.check(table);
        }
    }

    /** @param name null for the one made from the columns, which otherwise do not matter */
    record DropIndex(
            String table,
            IndexDefinition.Kind kind,
            @Nullable String name,
            List<String> columns) implements SchemaChange {
        public DropIndex {
            Names.check(table);
            columns = checkedKey(kind == IndexDefinition.Kind.PRIMARY, name, columns);
        }
    }

    record AddForeignKey(String table, ForeignKeyDefinition key) implements SchemaChange {
        public AddForeignKey {
            Names.check(table);
        }
    }

    /** @param name null for the one made from the columns, which otherwise do not matter */
    record DropForeignKey(String table, @Nullable String name, List<String> columns) implements SchemaChange {
        public DropForeignKey {
            Names.check(table);
            columns = checkedKey(false, name, columns);
        }
    }

    private static List<String> checkedKey(boolean nameless, @Nullable String name, List<String> columns) {
        columns.forEach(Names::check);
        if (name != null) {
            Names.check(name);
        } else if (columns.isEmpty() && !nameless) {
            throw new InvalidUsageException("what is to be dropped is known by its name or by its columns");
        }
        return List.copyOf(columns);
    }
}
