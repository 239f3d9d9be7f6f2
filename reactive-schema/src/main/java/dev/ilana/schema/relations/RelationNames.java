package dev.ilana.schema.relations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The relations of one table, each with a name that nothing else of it has: the short one, where it is neither a column's nor
 * another's; else the long one; and where that is taken too, with a number.
 */
final class RelationNames {

    /** Leaves room for a number within what a name may have. */
    private static final int LONGEST = 120;

    private record Candidate(String shortName, String longName, Function<String, RelationPlan> plan) {}

    private final Set<String> columns;
    private final List<Candidate> candidates = new ArrayList<>();

    RelationNames(List<String> columns) {
        this.columns = Set.copyOf(columns);
    }

    void add(String shortName, String longName, Function<String, RelationPlan> plan) {
        candidates.add(new Candidate(shortName, longName, plan));
    }

    /** The relations, in the order in which they were added. */
    List<RelationPlan> named() {
        Map<String, Integer> wanting = new HashMap<>();
        candidates.forEach(candidate -> wanting.merge(candidate.shortName(), 1, Integer::sum));
        Set<String> taken = new HashSet<>(columns);
        wanting.forEach((name, count) -> {
            if (count == 1) {
                taken.add(name);
            }
        });
        List<RelationPlan> named = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean isFree =
                    !columns.contains(candidate.shortName()) && wanting.getOrDefault(candidate.shortName(), 0) == 1;
            named.add(candidate.plan().apply(isFree ? candidate.shortName() : free(candidate.longName(), taken)));
        }
        return named;
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }
}
