package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnChange;
import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.KeyChange;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.KeyChange.UseIndex;
import dev.ilana.schema.definition.KeyChange.ValidateConstraint;
import dev.ilana.schema.definition.OnlineChange;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SequenceChange;
import dev.ilana.schema.definition.TableChange;
import dev.ilana.schema.definition.TableChange.ChangeTableOptions;
import dev.ilana.schema.definition.TableChange.CommentOnTable;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TypeChange;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Spells changes of a schema for one database. Tables are spelled here, and what they are made of by a grammar of its
 * own each; a database overrides where it has its own words.
 */
public abstract class DdlGrammar {

    private final Identifiers names;
    private final Literals literals;
    private final ColumnGrammar columns;
    private final IndexGrammar indexes;
    private final ConstraintGrammar constraints;
    private final TypeChangeGrammar types;
    private final SequenceGrammar sequences;
    private final Spelling spelling;

    DdlGrammar(Identifiers names, ColumnGrammar columns, IndexGrammar indexes, ConstraintGrammar constraints) {
        this.names = names;
        this.literals = columns.literals();
        this.columns = columns;
        this.indexes = indexes;
        this.constraints = constraints;
        this.types = new TypeChangeGrammar(names, columns);
        this.sequences = new SequenceGrammar(names);
        this.spelling = new Spelling(names, columns, constraints, sequences);
    }

    /** The grammar of that database. */
    public static DdlGrammar of(Dialect dialect) {
        return DdlGrammars.of(dialect);
    }

    /**
     * The statements that make the change, in the order to run them; none where nothing is to be done.
     *
     * @throws UnsupportedFeatureException when the database can't have it
     */
    public final List<String> statements(SchemaChange change) {
        if (change instanceof TableChange table) {
            return table(table);
        } else if (change instanceof ColumnChange column) {
            return column(column);
        } else if (change instanceof KeyChange key) {
            return List.of(key(key));
        } else if (change instanceof TypeChange type) {
            return List.of(types.statement(type));
        } else if (change instanceof SequenceChange sequence) {
            return List.of(sequences.statement(sequence));
        }
        return online((OnlineChange) change);
    }

    /** How parts of a definition are told to the database. */
    public final Spelling spelling() {
        return spelling;
    }

    /** True when the change can't be made inside of a transaction on any database. */
    public static boolean isOutsideTransactions(SchemaChange change) {
        return change instanceof AddIndex add
                ? add.concurrently()
                : change instanceof DropIndex drop && drop.concurrently();
    }

    /** The statement that turns the checking of foreign keys on or off. */
    public abstract String foreignKeyChecks(boolean on);

    /**
     * True when {@link #foreignKeyChecks} is of the connection alone; else it is of the whole database, and commits what
     * the connection has done.
     */
    public boolean foreignKeyChecksAreOfConnection() {
        return true;
    }

    /** The name of the check that a new column is held to its type by; null where the type itself does. */
    public final @Nullable String typeCheck(QualifiedName table, ColumnDefinition column) {
        return columns.addedTypeCheck(table, column) == null ? null : names.typeCheck(table, column.name());
    }

    /** The statement that puts rows of literals in, null where a value is missing. */
    public final String insert(
            QualifiedName table, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        return "insert into " + names.quoted(table) + " " + names.list(columns) + " values "
                + rows.stream()
                        .map(row -> row.stream()
                                .map(value -> value == null ? "null" : literals.value(Value.of(value)))
                                .collect(Collectors.joining(", ", "(", ")")))
                        .collect(Collectors.joining(", "));
    }

    private List<String> table(TableChange change) {
        if (change instanceof CreateTable create) {
            return createTable(create.table());
        } else if (change instanceof DropTable drop) {
            return List.of("drop table " + (drop.ifExists() ? "if exists " : "") + names.quoted(drop.table()));
        } else if (change instanceof RenameTable rename) {
            return List.of(renameTable(rename));
        } else if (change instanceof CommentOnTable comment) {
            return List.of(commentOnTable(comment.table(), comment.comment()));
        }
        ChangeTableOptions options = (ChangeTableOptions) change;
        return List.of(names.alter(options.table()) + " " + changedOptions(options.options()));
    }

    private List<String> column(ColumnChange change) {
        if (change instanceof AddColumn add) {
            return columns.add(add);
        } else if (change instanceof ChangeColumn changed) {
            return columns.change(changed);
        } else if (change instanceof RenameColumn rename) {
            return List.of(columns.rename(rename));
        }
        DropColumn drop = (DropColumn) change;
        return List.of(names.alter(drop.table()) + " drop column " + names.quoted(drop.column()));
    }

    private String key(KeyChange change) {
        if (change instanceof AddIndex add) {
            return indexes.add(add);
        } else if (change instanceof DropIndex drop) {
            return indexes.drop(drop);
        } else if (change instanceof RenameIndex rename) {
            return indexes.rename(rename);
        } else if (change instanceof AddForeignKey add) {
            return names.alter(add.table()) + " add " + constraints.foreignKey(add.table(), add.key())
                    + (add.notValid() ? constraints.notValid() : "");
        } else if (change instanceof DropForeignKey drop) {
            return constraints.dropForeignKey(drop);
        } else if (change instanceof AddCheck add) {
            return names.alter(add.table()) + " add " + constraints.check(add.table(), add.check())
                    + (add.notValid() ? constraints.notValid() : "");
        } else if (change instanceof ValidateConstraint validate) {
            return constraints.validate(validate);
        } else if (change instanceof UseIndex use) {
            return indexes.use(use);
        }
        return constraints.dropCheck((DropCheck) change);
    }

    private List<String> online(OnlineChange online) {
        names.dialect().require(Capability.ONLINE_DDL, "leave online(…) out; an index can be built concurrently()");
        return statements(online.change()).stream()
                .map(statement -> online(statement, online))
                .toList();
    }

    private static String online(String statement, OnlineChange online) {
        if (!statement.startsWith("alter table ")) {
            throw new InvalidUsageException("only a change of a table can be made online, not: " + statement);
        }
        return statement
                + (online.algorithm() == null ? "" : ", algorithm = " + online.algorithm())
                + (online.lock() == null ? "" : ", lock = " + online.lock());
    }

    // Tables

    private List<String> createTable(TableDefinition table) {
        List<String> parts = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            parts.add(columns.column(table.name(), column));
        }
        for (IndexDefinition index : table.indexes()) {
            if (indexes.isInline(index)) {
                parts.add(indexes.inline(table.name(), index));
            }
        }
        for (ForeignKeyDefinition key : table.foreignKeys()) {
            parts.add(constraints.foreignKey(table.name(), key));
        }
        for (CheckDefinition check : table.checks()) {
            parts.add(constraints.check(table.name(), check));
        }
        List<String> statements = new ArrayList<>();
        statements.add("create table " + names.quoted(table.name()) + " (" + String.join(", ", parts) + ")"
                + tableOptions(table));
        for (IndexDefinition index : table.indexes()) {
            if (!indexes.isInline(index)) {
                statements.add(indexes.create(table.name(), index, false));
            }
        }
        statements.addAll(comments(table));
        return statements;
    }

    /** What stands after the columns of a new table. */
    String tableOptions(TableDefinition table) {
        if (!table.options().equals(TableOptions.NONE)) {
            requireOptions();
        }
        return "";
    }

    /** The change of a table's options, after ALTER TABLE and its name. */
    String changedOptions(TableOptions options) {
        requireOptions();
        return "";
    }

    private void requireOptions() {
        names.dialect().require(Capability.TABLE_OPTION, "leave them out; the whole database has one of each");
    }

    /** The statements that set the comments of a new table, where they do not stand in the table itself. */
    List<String> comments(TableDefinition table) {
        List<String> statements = new ArrayList<>();
        if (table.comment() != null) {
            statements.add(commentOnTable(table.name(), table.comment()));
        }
        for (ColumnDefinition column : table.columns()) {
            statements.addAll(columns.comment(table.name(), column));
        }
        return statements;
    }

    String commentOnTable(QualifiedName table, @Nullable String comment) {
        return "comment on table " + names.quoted(table) + " is "
                + (comment == null ? "null" : literals.string(comment));
    }

    String renameTable(RenameTable rename) {
        return names.alter(rename.table()) + " rename to " + names.quoted(rename.newName());
    }

    final Identifiers names() {
        return names;
    }

    final Literals literals() {
        return literals;
    }
}
