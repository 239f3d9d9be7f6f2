package dev.ilana.schema.seed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a plan does to one table.
 *
 * @param strategy what becomes of rows whose key is taken
 * @param key the columns by which a row is the same; none where the table has no primary key, and none was said
 * @param rows how many
 * @param environments those in which it is done; none for all
 * @param runs whether this is one of them
 */
public record SeedStep(
        String table, SeedStrategy strategy, List<String> key, long rows, Set<String> environments, boolean runs) {

    public SeedStep {
        key = List.copyOf(key);
        environments = Set.copyOf(environments);
    }

    @Override
    public String toString() {
        return strategy.name().toLowerCase(Locale.ROOT) + " " + rows + (rows == 1 ? " row" : " rows")
                + " into " + table
                + (strategy == SeedStrategy.UPSERT ? " by " + String.join(", ", key) : "")
                + (environments.isEmpty() ? "" : " in " + String.join(", ", new TreeSet<>(environments)))
                + (runs ? "" : ": not here");
    }
}
