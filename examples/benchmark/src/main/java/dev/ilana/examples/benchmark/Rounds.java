package dev.ilana.examples.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples of one workload; those at the same place were taken one after the other.
 *
 * @param workload its name
 * @param base what is compared with
 */
record Rounds(String workload, List<Sample> base, List<Sample> compared) {

    /**
     * Runs every workload, the contestants in turn. All are warm before the first is measured.
     *
     * @param before what puts the tables in order before each turn
     */
    static List<Rounds> run(Scale scale, Runnable before, Contestant<?, ?> base, Contestant<?, ?> compared) {
        List<Workload> workloads = Workload.all(scale);
        for (Workload workload : workloads) {
            var unused = alternate(workload, scale.warmUps(), before, base, compared);
        }
        return workloads.stream()
                .map(workload -> alternate(workload, scale.rounds(), before, base, compared))
                .toList();
    }

    private static Rounds alternate(
            Workload workload, int rounds, Runnable before, Contestant<?, ?> base, Contestant<?, ?> compared) {
        List<Sample> first = new ArrayList<>();
        List<Sample> second = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            int round = i;
            before.run();
            first.add(Sample.of(workload.counted(), () -> workload.run(base, round)));
            before.run();
            second.add(Sample.of(workload.counted(), () -> workload.run(compared, round)));
        }
        return new Rounds(workload.name(), first, second);
    }
}
