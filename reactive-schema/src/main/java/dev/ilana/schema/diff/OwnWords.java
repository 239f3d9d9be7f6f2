package dev.ilana.schema.diff;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that is wanted, and the same in the database's own writing: what the database would write as it has it already is
 * no change.
 */
record OwnWords(TableComparison table, KeyLikeness keys) {

    /** Whether there is a text of SQL on either side that may be the other's. */
    boolean areNeeded() {
        boolean column = table.to().columns().stream()
                .anyMatch(wanted -> table.from()
                        .column(wanted.name())
                        .filter(present -> differsInSql(present, wanted))
                        .isPresent());
        KeyPairs<CheckDefinition> checks = keys.checks(table.from(), table.to());
        KeyPairs<IndexDefinition> indexes = keys.indexes(table.from(), table.to());
        return column
                || (!checks.onlyInFrom().isEmpty() && !checks.onlyInTo().isEmpty())
                || (indexes.onlyInFrom().stream().anyMatch(ScratchTable::hasSql)
                        && indexes.onlyInTo().stream().anyMatch(ScratchTable::hasSql));
    }

    private boolean differsInSql(ColumnDefinition present, ColumnDefinition wanted) {
        boolean byDefault = present.defaultValue() != null
                && wanted.defaultValue() != null
                && !table.likeness().haveOneDefault(present, wanted);
        boolean byComputed = present.computed() != null
                && wanted.computed() != null
                && !ColumnLikeness.areComputedAlike(present.computed(), wanted.computed());
        return byDefault || byComputed;
    }

    /**
     * The wanted table, where it says in other words what is there in the words that are there.
     *
     * @param written the wanted one in the database's writing
     */
    TableDefinition settledBy(TableDefinition written) {
        TableDefinition wanted = table.to();
        return new TableDefinition(
                wanted.name(),
                wanted.columns().stream()
                        .map(column -> settled(column, written))
                        .toList(),
                settledIndexes(written),
                wanted.foreignKeys(),
                settledChecks(written),
                wanted.options(),
                wanted.comment());
    }

    private ColumnDefinition settled(ColumnDefinition wanted, TableDefinition written) {
        Optional<ColumnDefinition> present = table.from().column(wanted.name());
        Optional<ColumnDefinition> own = written.column(wanted.name());
        if (present.isEmpty() || own.isEmpty()) {
            return wanted;
        }
        ColumnDefinition there = present.get();
        ColumnDefinition settled = wanted;
        if (wanted.defaultValue() != null && table.likeness().haveOneDefault(there, own.get())) {
            settled = settled.withDefault(there.defaultValue());
        }
        return wanted.computed() != null
                        && ColumnLikeness.areComputedAlike(
                                there.computed(), own.get().computed())
                ? settled.withComputed(there.computed())
                : settled;
    }

    private List<IndexDefinition> settledIndexes(TableDefinition written) {
        List<IndexDefinition> settled = new ArrayList<>();
        for (int i = 0; i < written.indexes().size(); i++) {
            IndexDefinition wanted = table.to().indexes().get(i);
            boolean isThere = isIn(
                    keys.indexes(table.from(), only(written, written.indexes().get(i)))
                            .pairs());
            settled.add(isThere ? written.indexes().get(i) : wanted);
        }
        return settled;
    }

    private List<CheckDefinition> settledChecks(TableDefinition written) {
        List<CheckDefinition> settled = new ArrayList<>();
        for (int i = 0; i < written.checks().size(); i++) {
            CheckDefinition wanted = table.to().checks().get(i);
            boolean isThere = isIn(
                    keys.checks(table.from(), only(written, written.checks().get(i)))
                            .pairs());
            settled.add(isThere ? written.checks().get(i) : wanted);
        }
        return settled;
    }

    private static boolean isIn(List<?> pairs) {
        return !pairs.isEmpty();
    }

    private static TableDefinition only(TableDefinition table, IndexDefinition index) {
        return TableDefinition.of(table.name(), table.columns(), List.of(index));
    }

    private static TableDefinition only(TableDefinition table, CheckDefinition check) {
        return new TableDefinition(
                table.name(), table.columns(), List.of(), List.of(), List.of(check), table.options(), null);
    }
}
