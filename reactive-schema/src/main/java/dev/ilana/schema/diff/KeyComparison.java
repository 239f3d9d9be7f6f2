package dev.ilana.schema.diff;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.function.Predicate;

/**
 * The keys of a table as they are and as they are to be.
 *
 * @param likeness which keys are the same
 * @param goneColumns the columns that the table is to have no more
 * @param retypedColumns the columns that get another type
 * @param isTouched whether what a foreign key stands upon changes, so that it must be away meanwhile
 * @param isGone whether a table is to be there no more
 */
record KeyComparison(
        TableDefinition from,
        TableDefinition to,
        KeyLikeness likeness,
        List<String> goneColumns,
        List<String> retypedColumns,
        Predicate<ForeignKeyDefinition> isTouched,
        Predicate<QualifiedName> isGone) {

    private Spelling spelling() {
        return likeness.spelling();
    }

    private QualifiedName table() {
        return to.name();
    }

    /** @param countingKey whether a column that is added is the primary key from the start */
    void addTo(Changes changes, boolean countingKey) {
        indexes(changes, countingKey);
        checks(changes);
        foreignKeys(changes);
    }

    private void indexes(Changes changes, boolean countingKey) {
        KeyPairs<IndexDefinition> keys = likeness.indexes(from, to);
        for (KeyPairs.Pair<IndexDefinition> pair : keys.pairs()) {
            String name = pair.to().name();
            String present = spelling().name(table(), pair.from());
            if (name != null && !pair.to().isPrimary() && !name.equals(present)) {
                changes.add(Phase.KEYS_IN, new RenameIndex(table(), statedKind(pair.from()), present, name));
            }
        }
        for (IndexDefinition index : keys.onlyInFrom()) {
            boolean replaced = keys.onlyInTo().stream()
                    .anyMatch(other ->
                            spelling().name(table(), other).equals(spelling().name(table(), index))
                                    || (index.isPrimary() && other.isPrimary()));
            boolean goesAnyway =
                    changes.allows(Drop.COLUMNS) && goneColumns.stream().anyMatch(mentionedBy(index));
            drop(
                    changes,
                    Phase.KEYS_OUT,
                    replaced || goesAnyway,
                    "index \"" + spelling().name(table(), index) + "\" of \"" + table() + "\"",
                    new DropIndex(table(), statedKind(index), spelling().name(table(), index), index.columns(), false));
        }
        for (IndexDefinition index : keys.onlyInTo()) {
            if (!(index.isPrimary() && countingKey)) {
                changes.add(Phase.KEYS_IN, new AddIndex(table(), index, false));
            }
        }
    }

    /** A unique index that is no constraint goes, and is renamed, as an index is. */
    private static Kind statedKind(IndexDefinition index) {
        return index.kind() == Kind.UNIQUE && !index.isConstraint() ? Kind.INDEX : index.kind();
    }

    private static Predicate<String> mentionedBy(IndexDefinition index) {
        String text = index.parts() + " " + index.where();
        return column -> Mentions.in(text, column);
    }

    private void checks(Changes changes) {
        KeyPairs<CheckDefinition> keys = likeness.checks(from, to);
        for (CheckDefinition check : keys.onlyInFrom()) {
            boolean replaced = keys.onlyInTo().stream()
                    .anyMatch(other ->
                            spelling().name(table(), other).equals(spelling().name(table(), check)));
            String condition = spelling().condition(check);
            boolean goesAnyway = changes.allows(Drop.COLUMNS)
                    && goneColumns.stream().anyMatch(column -> Mentions.in(condition, column));
            drop(
                    changes,
                    Phase.KEYS_OUT,
                    replaced || goesAnyway,
                    "check \"" + spelling().name(table(), check) + "\" of \"" + table() + "\"",
                    dropped(check));
        }
        keys.onlyInTo().forEach(check -> changes.add(Phase.KEYS_IN, new AddCheck(table(), check)));
        if (spelling().keepsTypesInChecks()) {
            keys.pairs().forEach(pair -> retyped(pair, changes));
        }
    }

    /** The check anew, with the types that its columns are to have. */
    private void retyped(KeyPairs.Pair<CheckDefinition> pair, Changes changes) {
        String condition = spelling().condition(pair.from());
        if (retypedColumns.stream().anyMatch(column -> Mentions.in(condition, column))) {
            changes.add(Phase.KEYS_OUT, dropped(pair.from()));
            changes.add(Phase.KEYS_IN, new AddCheck(table(), pair.to()));
        }
    }

    private DropCheck dropped(CheckDefinition check) {
        return new DropCheck(table(), spelling().name(table(), check), check.columns());
    }

    private void foreignKeys(Changes changes) {
        KeyPairs<ForeignKeyDefinition> keys = likeness.foreignKeys(from, to);
        for (KeyPairs.Pair<ForeignKeyDefinition> pair : keys.pairs()) {
            if (isTouched.test(pair.from())) {
                changes.add(Phase.FOREIGN_KEYS_OUT, dropped(pair.from()));
                changes.add(Phase.FOREIGN_KEYS_IN, new AddForeignKey(table(), pair.to()));
            }
        }
        for (ForeignKeyDefinition key : keys.onlyInFrom()) {
            boolean replaced =
                    keys.onlyInTo().stream().anyMatch(other -> other.columns().equals(key.columns()));
            boolean goesAnyway =
                    (changes.allows(Drop.COLUMNS) && goneColumns.stream().anyMatch(key.columns()::contains))
                            || (changes.allows(Drop.TABLES) && isGone.test(key.referencedTable()));
            drop(
                    changes,
                    Phase.FOREIGN_KEYS_OUT,
                    replaced || goesAnyway,
                    "foreign key of \"" + table() + "\" on " + key.columns(),
                    dropped(key));
        }
        keys.onlyInTo().forEach(key -> changes.add(Phase.FOREIGN_KEYS_IN, new AddForeignKey(table(), key)));
    }

    private DropForeignKey dropped(ForeignKeyDefinition key) {
        return new DropForeignKey(table(), key.name(), key.columns());
    }

    private static void drop(Changes changes, Phase phase, boolean must, String what, SchemaChange change) {
        if (must) {
            changes.add(phase, change);
        } else {
            changes.drop(phase, Drop.KEYS, what, change);
        }
    }
}
