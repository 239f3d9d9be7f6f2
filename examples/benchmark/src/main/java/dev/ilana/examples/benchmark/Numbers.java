package dev.ilana.examples.benchmark;

import java.util.stream.DoubleStream;

/** Some measurements of one thing. */
final class Numbers {

    private final double[] sorted;

    private Numbers(double[] sorted) {
        this.sorted = sorted;
    }

    /** Of one number at least. */
    static Numbers of(DoubleStream numbers) {
        return new Numbers(numbers.sorted().toArray());
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Half the distance from the least to the greatest, in percent of the median. */
    double spread() {
        return 50 * (most() - least()) / median();
    }
}
