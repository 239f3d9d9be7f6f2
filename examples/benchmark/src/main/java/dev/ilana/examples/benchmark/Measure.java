package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A number of a sample. */
enum Measure {
    OPERATIONS("ops/s", "%,.0f", Sample::opsPerSecond),
    CPU("CPU µs/op", "%,.1f", Sample::cpuMicros),
    ALLOCATION("bytes/op", "%,.0f", Sample::allocatedBytes);

    private final String title;
    private final String format;
    private final ToDoubleFunction<Sample> value;

    Measure(String title, String format, ToDoubleFunction<Sample> value) {
        this.title = title;
        this.format = format;
        this.value = value;
    }

    String title() {
        return title;
    }

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
        return String.format(Locale.ROOT, format + " ±%.0f %%", numbers.median(), numbers.spread());
    }
}
