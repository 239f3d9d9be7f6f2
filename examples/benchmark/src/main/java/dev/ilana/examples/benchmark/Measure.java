package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A number of a sample. */
record Measure(String title, ToDoubleFunction<Sample> value) {

    static final Measure OPERATIONS = new Measure("ops/s", Sample::opsPerSecond);
    static final Measure CPU = new Measure("CPU µs/op", Sample::cpuMicros);
    static final Measure ALLOCATION = new Measure("bytes/op", Sample::allocatedBytes);

    static final List<Measure> ALL = List.of(OPERATIONS, CPU, ALLOCATION);

    Numbers of(List<Sample> samples) {
        return Numbers.of(samples.stream().mapToDouble(value));
    }

    /** Of each round, to the base of the same. */
    Numbers ratios(List<Sample> base, List<Sample> compared) {
        return Numbers.of(IntStream.range(0, base.size())
                .mapToDouble(i -> value.applyAsDouble(compared.get(i)) / value.applyAsDouble(base.get(i))));
    }

    /** The median, and how far the samples are apart. */
    String cell(List<Sample> samples) {
        Numbers numbers = of(samples);
        double median = numbers.median();
        return String.format(Locale.ROOT, median < 100 ? "%,.1f ±%.0f %%" : "%,.0f ±%.0f %%", median, numbers.spread());
    }
}
