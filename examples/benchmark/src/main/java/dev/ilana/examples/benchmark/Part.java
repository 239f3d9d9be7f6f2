package dev.ilana.examples.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which contestants and which workloads: all where none is named. */
final class Part {

    static final Part ALL = new Part(Set.of(), Set.of());

    private static final String FACTORIES = "factories";
    private static final String CURVES = "curves";

    private final Set<String> contestants;
    private final Set<String> workloads;

    private Part(Set<String> contestants, Set<String> workloads) {
        this.contestants = contestants;
        this.workloads = workloads;
    }

    /**
     * Of names of contestants, codes of workloads, {@code factories} and {@code curves}, upper or lower case.
     *
     * @throws IllegalArgumentException when there is none of a name
     */
    static Part named(List<String> names) {
        Set<String> contestants = lower(Entrants.names().stream());
        Set<String> workloads = lower(
                Stream.concat(Workloads.all(Scale.QUICK).stream().map(Workload::code), Stream.of(FACTORIES, CURVES)));
        Set<String> asked = lower(names.stream().map(String::strip).filter(name -> !name.isEmpty()));
        List<String> unknown = new ArrayList<>(asked);
        unknown.removeAll(contestants);
        unknown.removeAll(workloads);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(unknown + " is neither of the contestants " + Entrants.names()
                    + " nor of the workloads " + workloads);
        }
        contestants.retainAll(asked);
        workloads.retainAll(asked);
        return new Part(contestants, workloads);
    }

    private static Set<String> lower(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasContestant(String name) {
        return contestants.isEmpty() || contestants.contains(name.toLowerCase(Locale.ROOT));
    }

    boolean hasWorkload(Workload workload) {
        return hasWorkload(workload.code());
    }

    /** Factories are the work of models. */
    boolean hasFactories() {
        return hasWorkload(FACTORIES) && hasContestant(Entrants.MODELS);
    }

    boolean hasCurves() {
        return hasWorkload(CURVES);
    }

    private boolean hasWorkload(String code) {
        return workloads.isEmpty() || workloads.contains(code.toLowerCase(Locale.ROOT));
    }
}
