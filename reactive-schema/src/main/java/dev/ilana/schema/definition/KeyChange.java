package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of an index, a foreign key or a check of a table that is there. */
public sealed interface KeyChange extends SchemaChange {

    QualifiedName table();

    /** @param concurrently whether the table can be written meanwhile; then it can't be in a transaction */
    record AddIndex(QualifiedName table, IndexDefinition index, boolean concurrently) implements KeyChange {}

    /** @param name null for the one made from the columns, which otherwise do not matter */
    record DropIndex(
            QualifiedName table, Kind kind, @Nullable String name, List<String> columns, boolean concurrently)
            implements KeyChange {
        public DropIndex {
            columns = checkedKey(kind == Kind.PRIMARY, name, columns);
        }
    }

    record RenameIndex(QualifiedName table, Kind kind, String name, String newName) implements KeyChange {
        public RenameIndex {
            Names.check(name);
            Names.check(newName);
        }
    }

    /** @param notValid whether the rows that are there are left to a {@link ValidateConstraint} */
    record AddForeignKey(QualifiedName table, ForeignKeyDefinition key, boolean notValid) implements KeyChange {

        public AddForeignKey(QualifiedName table, ForeignKeyDefinition key) {
            this(table, key, false);
        }
    }

    /** @param name null for the one made from the columns, which otherwise do not matter */
    record DropForeignKey(QualifiedName table, @Nullable String name, List<String> columns) implements KeyChange {
        public DropForeignKey {
            columns = checkedKey(false, name, columns);
        }
    }

    /** @param notValid whether the rows that are there are left to a {@link ValidateConstraint} */
    record AddCheck(QualifiedName table, CheckDefinition check, boolean notValid) implements KeyChange {

        public AddCheck(QualifiedName table, CheckDefinition check) {
            this(table, check, false);
        }
    }

    /** Checks the rows that were there when a foreign key or check was added; others may write meanwhile. */
    record ValidateConstraint(QualifiedName table, String name) implements KeyChange {

        public ValidateConstraint {
            Names.check(name);
        }
    }

    /** Makes a unique index, which is there, the unique constraint of its name. */
    record UseIndex(QualifiedName table, String index) implements KeyChange {

        public UseIndex {
            Names.check(index);
        }
    }

    /** @param name null for the one made from the columns, which otherwise do not matter */
    record DropCheck(QualifiedName table, @Nullable String name, List<String> columns) implements KeyChange {
        public DropCheck {
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
