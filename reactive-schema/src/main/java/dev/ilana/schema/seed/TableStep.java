package dev.ilana.schema.seed;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.TableDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;

/**
 * The rows of one seed, for a table that is there.
 *
 * @param key the columns by which a row is the same; none where the table has no primary key, and none was said
 */
record TableStep(Seed seed, TableDefinition table, SeedStrategy strategy, List<String> key) implements Seeder {

    /** The step, once it can be done. */
    static TableStep of(Seed seed, TableDefinition table, SeedConfig config) {
        SeedTerms terms = seed.terms();
        SeedStrategy strategy = terms.strategy() == null ? config.defaultStrategy() : terms.strategy();
        List<String> key = terms.key().isEmpty()
                ? table.primaryKey().map(IndexDefinition::columns).orElse(List.of())
                : terms.key();
        TableStep step = new TableStep(seed, table, strategy, key);
        step.check();
        return step;
    }

    private void check() {
        KnownTable known = known();
        known.require(key);
        List<String> update = seed.terms().update();
        if (update != null) {
            known.require(update);
        }
        boolean upserts = strategy == SeedStrategy.UPSERT;
        if (upserts && key.isEmpty()) {
            throw new InvalidUsageException(
                    table.name() + " has no primary key: say upsert(\"column\") by which a row is the same");
        }
        if (upserts && table.indexes().stream().noneMatch(this::isUniqueKey)) {
            throw new InvalidUsageException("no unique key of " + table.name() + " is over " + key
                    + ", so an upsert can't tell which row is the same");
        }
        seed.check(known, upserts ? key : List.of());
    }

    private boolean isUniqueKey(IndexDefinition index) {
        return (index.isPrimary() || index.kind() == Kind.UNIQUE)
                && index.where() == null
                && Set.copyOf(index.columns()).equals(Set.copyOf(key));
    }

    KnownTable known() {
        return new KnownTable(
                table.name(),
                table.columns().stream()
                        .map(ColumnDefinition::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Whether its rows may reference each other. */
    boolean referencesItself() {
        return table.foreignKeys().stream()
                .anyMatch(foreign -> foreign.referencedTable().equals(table.name()));
    }

    SeedStep told() {
        return new SeedStep(
                table.name().toString(),
                strategy,
                key,
                seed.count(),
                seed.terms().environments(),
                true);
    }

    @Override
    public String name() {
        return table.name().toString();
    }

    @Override
    public Publisher<?> run(Seeding seeding) {
        // H2 looks for what a row of a MERGE references before the rows beside it are there.
        int size = strategy == SeedStrategy.UPSERT && referencesItself() ? 1 : Seeding.BATCH;
        return seeding.inBatches(seed.count(), seed.writes(known(), strategy, key, size));
    }
}
