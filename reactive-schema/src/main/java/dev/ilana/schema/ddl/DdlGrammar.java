package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaChange.AddColumn;
import dev.ilana.schema.definition.SchemaChange.AddForeignKey;
import dev.ilana.schema.definition.SchemaChange.AddIndex;
import dev.ilana.schema.definition.SchemaChange.CreateTable;
import dev.ilana.schema.definition.SchemaChange.DropColumn;
import dev.ilana.schema.definition.SchemaChange.DropForeignKey;
import dev.ilana.schema.definition.SchemaChange.DropIndex;
import dev.ilana.schema.definition.SchemaChange.DropTable;
import dev.ilana.schema.definition.SchemaChange.RenameColumn;
import dev.ilana.schema.definition.SchemaChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.sql.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Spells changes of a schema for one database: the SQL standard's words where there are any, which a database overrides
 * where it has its own.
 */
public abstract class DdlGrammar {

    private final Dialect dialect;
    private final KeyNames keyNames;
    private final ColumnGrammar columns;

    DdlGrammar(Dialect dialect, int maxNameLength, ColumnGrammar columns) {
        this.dialect = dialect;
        this.keyNames = new KeyNames(maxNameLength);
        this.columns = columns;
    }

    /** The grammar of that database. */
    public static DdlGrammar of(Dialect dialect) {
        return DdlGrammars.of(dialect);
    }

    /**
     * The statements that make the change, in the order to run them.
     *
     * @throws UnsupportedFeatureException when the database can't have it
     */
    public final List<String> statements(SchemaChange change) {
        if (change instanceof CreateTable create) {
            return createTable(create.table());
        } else if (change instanceof DropTable drop) {
            return List.of("drop table " + (drop.ifExists() ? "if exists " : "") + quoted(drop.table()));
        } else if (change instanceof RenameTable rename) {
            return List.of(alter(rename.table()) + " rename to " + quoted(rename.newName()));
        } else if (change instanceof AddColumn add) {
            return addColumn(add);
        } else if (change instanceof DropColumn drop) {
            return List.of(alter(drop.table()) + " drop column " + quoted(drop.column()));
        } else if (change instanceof RenameColumn rename) {
            return List.of(renameColumn(rename));
        } else if (change instanceof AddIndex add) {
            return List.of(addIndex(add.table(), add.index()));
        } else if (change instanceof DropIndex drop) {
            return List.of(dropIndex(drop));
        } else if (change instanceof AddForeignKey add) {
            return List.of(alter(add.table()) + " add " + foreignKey(add.table(), add.key()));
        } else if (change instanceof DropForeignKey drop) {
            return List.of(dropForeignKey(drop));
        }
        throw new IllegalStateException("unknown change " + change.getClass());
    }

    /** A query that has one row when there is a table or view of that name where unqualified names are looked up. */
    public final String tableExists(String table) {
        return "select 1 from information_schema.tables where " + inCurrentSchema() + " and table_name = "
                + columns.string(named(table));
    }

    /** A query that has one row when that table has a column of that name. */
    public final String columnExists(String table, String column) {
        return "select 1 from information_schema.columns where " + inCurrentSchema() + " and table_name = "
                + columns.string(named(table)) + " and column_name = " + columns.string(named(column));
    }

    /** The condition that a row of the information schema is of the schema in use. */
    abstract String inCurrentSchema();

    // Tables

    private List<String> createTable(TableDefinition table) {
        List<String> parts = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            parts.add(columns.column(quoted(column.name()), column));
        }
        for (IndexDefinition index : table.indexes()) {
            if (isInline(index)) {
                parts.add(inlineIndex(table.name(), index));
            }
        }
        for (ForeignKeyDefinition key : table.foreignKeys()) {
            parts.add(foreignKey(table.name(), key));
        }
        List<String> statements = new ArrayList<>();
        statements.add("create table " + quoted(table.name()) + " (" + String.join(", ", parts) + ")" + tableOptions());
        for (IndexDefinition index : table.indexes()) {
            if (!isInline(index)) {
                statements.add(addIndex(table.name(), index));
            }
        }
        for (ColumnDefinition column : table.columns()) {
            statements.addAll(columnComment(table.name(), column));
        }
        return statements;
    }

    /** What stands after the columns of a new table. */
    String tableOptions() {
        return "";
    }

    // Columns

    private List<String> addColumn(AddColumn add) {
        ColumnDefinition column = add.column();
        List<String> statements = new ArrayList<>();
        statements.add(alter(add.table()) + " add column " + columns.column(quoted(column.name()), column)
                + (add.primary() ? " primary key" : ""));
        statements.addAll(columnComment(add.table(), column));
        return statements;
    }

    String renameColumn(RenameColumn rename) {
        return alter(rename.table()) + " rename column " + quoted(rename.column()) + " to " + quoted(rename.newName());
    }

    /** The statements that set the comment, where it does not stand in the column itself. */
    List<String> columnComment(String table, ColumnDefinition column) {
        return column.comment() == null
                ? List.of()
                : List.of("comment on column " + quoted(table) + "." + quoted(column.name()) + " is "
                        + columns.string(column.comment()));
    }

    // Indexes

    /** True when the index stands within a new table, not in a statement after it. */
    boolean isInline(IndexDefinition index) {
        return index.kind() != Kind.INDEX;
    }

    String inlineIndex(String table, IndexDefinition index) {
        return index.isPrimary() ? primaryKey(table, index) : uniqueConstraint(table, index);
    }

    String primaryKey(String table, IndexDefinition index) {
        return "primary key " + list(index.columns());
    }

    private String uniqueConstraint(String table, IndexDefinition index) {
        return "constraint " + name(table, index) + " unique " + list(index.columns());
    }

    private String addIndex(String table, IndexDefinition index) {
        return switch (index.kind()) {
            case PRIMARY -> alter(table) + " add " + primaryKey(table, index);
            case UNIQUE -> alter(table) + " add " + uniqueConstraint(table, index);
            case INDEX -> "create index " + name(table, index) + " on " + quoted(table) + " " + list(index.columns());
        };
    }

    String dropIndex(DropIndex drop) {
        return switch (drop.kind()) {
            case PRIMARY -> alter(drop.table()) + " drop primary key";
            case UNIQUE -> alter(drop.table()) + " drop constraint " + name(drop);
            case INDEX -> "drop index " + name(drop);
        };
    }

    // Foreign keys

    private String foreignKey(String table, ForeignKeyDefinition key) {
        return "constraint " + keyName(key.name(), table, key.columns(), "foreign") + " foreign key "
                + list(key.columns()) + " references " + quoted(key.referencedTable()) + " "
                + list(key.referencedColumns()) + action("delete", key.onDelete()) + action("update", key.onUpdate());
    }

    private String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : " on " + event + " " + words(action);
    }

    String words(ReferentialAction action) {
        return action.words();
    }

    String dropForeignKey(DropForeignKey drop) {
        return alter(drop.table()) + " drop constraint " + name(drop);
    }

    // Names

    final String name(DropForeignKey drop) {
        return keyName(drop.name(), drop.table(), drop.columns(), "foreign");
    }

    final String name(DropIndex drop) {
        return keyName(drop.name(), drop.table(), drop.columns(), suffix(drop.kind()));
    }

    final String name(String table, IndexDefinition index) {
        return keyName(index.name(), table, index.columns(), suffix(index.kind()));
    }

    /** The name given, else the one made of the rest; quoted. */
    final String keyName(@Nullable String given, String table, List<String> keyColumns, String suffix) {
        return quoted(keyNames.of(given, table, keyColumns, suffix));
    }

    private static String suffix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    final String alter(String table) {
        return "alter table " + quoted(table);
    }

    final String list(List<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    final String quoted(String name) {
        return dialect.grammar().quoted(name);
    }

    private static String named(String name) {
        return Names.check(name);
    }

    final Dialect dialect() {
        return dialect;
    }
}
