package dev.ilana.schema.seed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a seed are put in, and what becomes of those whose key is taken.
 *
 * @param environments none for all
 * @param strategy null for the plan's
 * @param key none for the primary key of the table
 * @param update what an upsert changes; null for all but the key
 */
record SeedTerms(
        Set<String> environments,
        @Nullable SeedStrategy strategy,
        List<String> key,
        @Nullable List<String> update) {

    static final SeedTerms DEFAULT = new SeedTerms(Set.of(), null, List.of(), null);

    SeedTerms when(String... more) {
        Set<String> all = new LinkedHashSet<>(environments);
        all.addAll(List.of(more));
        return new SeedTerms(all, strategy, key, update);
    }

    SeedTerms upsert(List<String> conflictKey, @Nullable List<String> updateFields) {
        return new SeedTerms(
                environments,
                SeedStrategy.UPSERT,
                List.copyOf(conflictKey),
                updateFields == null ? null : List.copyOf(updateFields));
    }

    SeedTerms ignoring() {
        return new SeedTerms(environments, SeedStrategy.IGNORE, key, update);
    }

    boolean holdIn(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }

    /** What an upsert changes of a row with these columns that is found by that key. */
    List<String> updated(Collection<String> columns, List<String> by) {
        Stream<String> all = update == null ? columns.stream() : update.stream();
        return all.filter(column -> !by.contains(column)).toList();
    }
}
