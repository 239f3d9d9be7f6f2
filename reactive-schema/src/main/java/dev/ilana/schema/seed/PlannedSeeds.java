package dev.ilana.schema.seed;

import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a plan does to a database, in its order; what is not of its environment comes last.
 *
 * @param cycles tables that reference each other in a circle, for which no order is right; none where none are looked for
 */
public record PlannedSeeds(List<SeedStep> steps, List<List<QualifiedName>> cycles) {

    public PlannedSeeds {
        steps = List.copyOf(steps);
        cycles = List.copyOf(cycles);
    }

    /** How many rows are put in. */
    public long rows() {
        return steps.stream().filter(SeedStep::runs).mapToLong(SeedStep::rows).sum();
    }

    /** A line a step. */
    @Override
    public String toString() {
        return steps.stream().map(SeedStep::toString).collect(Collectors.joining("\n"))
                + (cycles.isEmpty() ? "" : "\n" + SeedCycleException.words(cycles));
    }
}
