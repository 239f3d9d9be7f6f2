package dev.ilana.schema.diff;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

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
                || (indexes.onlyInFrom().stream().anyMatch(IndexDefinition::hasSql)
                        && indexes.onlyInTo().stream().anyMatch(IndexDefinition::hasSql));
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
        return wanted.withColumns(wanted.columns().stream()
                        .map(column -> settled(column, written))
                        .toList())
                .withIndexes(settled(
                        wanted.indexes(), written.indexes(), index -> keys.indexes(table.from(), only(written, index))))
                .withChecks(settled(
                        wanted.checks(), named(written), check -> keys.checks(table.from(), only(written, check))));
    }

    /** The checks as they are written, by the names that are wanted: the usual one goes by what a check says. */
    private List<CheckDefinition> named(TableDefinition written) {
        return IntStream.range(0, written.checks().size())
                .mapToObj(i -> {
                    CheckDefinition check = written.checks().get(i);
                    String name = keys.spelling()
                            .name(table.to().name(), table.to().checks().get(i));
                    return new CheckDefinition(name, check.columns(), check.rule());
                })
                .toList();
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

    /** Each as it is written where one of that writing is there, and as it is wanted otherwise. */
    private static <K> List<K> settled(List<K> wanted, List<K> written, Function<K, KeyPairs<K>> present) {
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> present.apply(written.get(i)).pairs().isEmpty() ? wanted.get(i) : written.get(i))
                .toList();
    }

    private static TableDefinition only(TableDefinition table, IndexDefinition index) {
        return TableDefinition.of(table.name(), table.columns(), List.of(index));
    }

    private static TableDefinition only(TableDefinition table, CheckDefinition check) {
        return TableDefinition.of(table.name(), table.columns(), List.of()).withChecks(List.of(check));
    }
}
