package dev.ilana.schema.build;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Step.Keeping;
import dev.ilana.schema.build.Step.Known;
import dev.ilana.schema.build.Step.Online;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.ChangeTableOptions;
import dev.ilana.schema.definition.TableChange.CommentOnTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a blueprint was told of its table, in order: a new table's definition, or the changes to an old one. */
record Parts(
        QualifiedName table,
        List<Part> parts,
        TableOptions options,
        @Nullable String comment) {

    TableDefinition definition() {
        List<ColumnDefinition> columns = new ArrayList<>();
        List<IndexDefinition> indexes = new ArrayList<>();
        List<ForeignKeyDefinition> keys = new ArrayList<>();
        List<CheckDefinition> checks = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Column told) {
                columns.add(newColumn(told.column()));
                indexes.addAll(told.column().indexes());
                checks.addAll(told.column().checks());
            } else if (part instanceof Part.Index told) {
                indexes.add(told.index().definition());
            } else if (part instanceof Part.ForeignKey told) {
                keys.add(told.key().definition());
            } else if (part instanceof Part.Check told) {
                checks.add(told.check());
            }
        }
        return new TableDefinition(table, columns, indexes, keys, checks, options, comment);
    }

    private ColumnDefinition newColumn(ToldColumn column) {
        if (column.position() != null) {
            throw new InvalidUsageException("a new table has its columns in the order they are said; say \""
                    + column.name() + "\" at its place");
        }
        return column.definition();
    }

    /** @param online how much each step may stand in the way; null where that was not said */
    List<Step> steps(@Nullable Online online) {
        List<Step> steps = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Column told) {
                steps.add(
                        told.column().isChange()
                                ? new Keeping(table, told.column(), online)
                                : known(added(told.column()), online));
                told.column().indexes().stream()
                        .filter(index -> told.column().isChange() || !index.isPrimary())
                        .forEach(index -> steps.add(known(new AddIndex(table, index, false), online)));
                told.column().checks().forEach(check -> steps.add(known(new AddCheck(table, check), online)));
            } else if (part instanceof Part.Index told) {
                steps.add(known(
                        new AddIndex(
                                table, told.index().definition(), told.index().isConcurrent()),
                        online));
            } else if (part instanceof Part.ForeignKey told) {
                steps.add(known(
                        new AddForeignKey(
                                table, told.key().definition(), told.key().isNotValid()),
                        online));
            } else if (part instanceof Part.Check told) {
                steps.add(known(new AddCheck(table, told.check()), online));
            } else if (part instanceof Part.Change told) {
                steps.add(known(told.change(), online));
            }
        }
        if (comment != null) {
            steps.add(known(new CommentOnTable(table, comment), online));
        }
        if (!options.equals(TableOptions.NONE)) {
            steps.add(known(new ChangeTableOptions(table, options), online));
        }
        return steps;
    }

    private AddColumn added(ToldColumn column) {
        boolean primary = column.indexes().stream().anyMatch(IndexDefinition::isPrimary);
        return new AddColumn(table, column.definition(), primary, column.position());
    }

    private static Step known(SchemaChange change, @Nullable Online online) {
        return new Known(online == null ? change : online.of(change));
    }
}
