package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The same work in growing sizes.
 *
 * @param sizes from the least
 * @param workloads one of each size
 */
record Curve(String title, List<Integer> sizes, List<Workload> workloads) {

    /** The work of one size. */
    @FunctionalInterface
    interface Sized {
        Workload of(int size);
    }

    static Curve of(String title, IntStream sizes, Sized work) {
        List<Integer> all = sizes.boxed().toList();
        return new Curve(title, all, all.stream().map(work::of).toList());
    }
}
