package dev.ilana.examples.benchmark;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers above 0 as places on a logarithmic axis. */
record LogAxis(double least, double most, double from, double to) {

    /** From the least number to the greatest; there is one at least. */
    static LogAxis of(DoubleStream numbers, double from, double to) {
        DoubleSummaryStatistics all = numbers.map(Math::log10).summaryStatistics();
        return new LogAxis(all.getMin(), Math.max(all.getMax(), all.getMin() + 1), from, to);
    }

    /** From the power of ten below the least number to that above the greatest; from 1 to 10 where there are none. */
    static LogAxis ofDecades(DoubleStream numbers, double from, double to) {
        DoubleSummaryStatistics all = numbers.map(Math::log10).summaryStatistics();
        if (all.getCount() == 0) {
            return new LogAxis(0, 1, from, to);
        }
        double least = Math.floor(all.getMin());
        return new LogAxis(least, Math.max(Math.ceil(all.getMax()), least + 1), from, to);
    }

    double place(double number) {
        return from + (Math.log10(number) - least) / (most - least) * (to - from);
    }

    /** The powers of ten on it. */
    DoubleStream decades() {
        return IntStream.rangeClosed((int) Math.ceil(least), (int) Math.floor(most))
                .mapToDouble(n -> Math.pow(10, n));
    }
}
