package dev.ilana.schema.diff;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnChange;
import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TextRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is being changed. */
final class ChangedTable {

    private final QualifiedName name;
    private final List<ColumnDefinition> columns;
    private final List<IndexDefinition> indexes;
    private final List<ForeignKeyDefinition> foreignKeys;
    private final List<CheckDefinition> checks;
    private TableOptions options;
    private @Nullable String comment;

    private ChangedTable(TableDefinition table) {
        name = table.name();
        columns = new ArrayList<>(table.columns());
        indexes = new ArrayList<>(table.indexes());
        foreignKeys = new ArrayList<>(table.foreignKeys());
        checks = new ArrayList<>(table.checks());
        options = table.options();
        comment = table.comment();
    }

    static ChangedTable of(TableDefinition table) {
        return new ChangedTable(table);
    }

    TableDefinition definition() {
        return new TableDefinition(name, columns, indexes, foreignKeys, checks, options, comment);
    }

    ChangedTable commented(@Nullable String words) {
        comment = words;
        return this;
    }

    /** What they leave out stays as it is. */
    ChangedTable with(TableOptions others) {
        TextRules text = others.text();
        options = new TableOptions(
                others.engine() == null ? options.engine() : others.engine(),
                new TextRules(
                        text.charset() == null ? options.text().charset() : text.charset(),
                        text.collation() == null ? options.text().collation() : text.collation()));
        return this;
    }

    ChangedTable made(ColumnChange change) {
        if (change instanceof AddColumn add) {
            columns.add(add.column());
            if (add.primary()) {
                indexes.add(IndexDefinition.primary(List.of(add.column().name())));
            }
        } else if (change instanceof ChangeColumn changed) {
            columns.replaceAll(column -> column.name().equals(changed.to().name()) ? changed.to() : column);
        } else if (change instanceof DropColumn drop) {
            // What stands upon it goes with it, where it did not go before.
            columns.removeIf(column -> column.name().equals(drop.column()));
            indexes.removeIf(index -> index.columns().contains(drop.column()));
            foreignKeys.removeIf(key -> key.columns().contains(drop.column()));
            checks.removeIf(check -> check.columns().contains(drop.column()));
        }
        return this;
    }

    ChangedTable made(KeyChange change) {
        if (change instanceof AddIndex add) {
            indexes.add(add.index());
        } else if (change instanceof DropIndex drop) {
            indexes.removeIf(index -> is(index, drop));
        } else if (change instanceof RenameIndex rename) {
            indexes.replaceAll(index -> rename.name().equals(index.name()) ? index.withName(rename.newName()) : index);
        } else if (change instanceof AddForeignKey add) {
            foreignKeys.add(add.key());
        } else if (change instanceof DropForeignKey drop) {
            foreignKeys.removeIf(key -> isNamed(drop.name(), key.name(), drop.columns(), key.columns()));
        } else if (change instanceof AddCheck add) {
            checks.add(add.check());
        } else if (change instanceof DropCheck drop) {
            checks.removeIf(check -> isNamed(drop.name(), check.name(), drop.columns(), check.columns()));
        } else {
            throw new IllegalStateException("no difference has " + change);
        }
        return this;
    }

    private static boolean is(IndexDefinition index, DropIndex drop) {
        return drop.kind() == Kind.PRIMARY
                ? index.isPrimary()
                : !index.isPrimary() && isNamed(drop.name(), index.name(), drop.columns(), index.columns());
    }

    /** By its name; what has none is known by its columns. */
    private static boolean isNamed(
            @Nullable String dropped, @Nullable String name, List<String> droppedColumns, List<String> columns) {
        if (dropped == null || name == null) {
            return columns.equals(droppedColumns);
        }
        return name.equals(dropped);
    }
}
