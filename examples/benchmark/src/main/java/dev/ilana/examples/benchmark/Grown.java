package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a curve's work took.
 *
 * @param results one of each size
 */
record Grown(Curve curve, List<Result> results) {

    List<String> contestants() {
        return Result.contestants(results);
    }

    /** Milliseconds an operation of the size at that place, the median of the rounds; empty where the contestant failed. */
    OptionalDouble millis(String contestant, int place) {
        return results.get(place)
                .of(contestant)
                .filter(outcome -> !outcome.failed())
                .map(outcome -> OptionalDouble.of(
                        1_000 / Measure.OPERATIONS.of(outcome.samples()).median()))
                .orElse(OptionalDouble.empty());
    }

    /** All that there are. */
    DoubleStream millis() {
        return contestants().stream()
                .flatMapToDouble(contestant -> IntStream.range(0, results.size())
                        .mapToObj(place -> millis(contestant, place))
                        .flatMapToDouble(OptionalDouble::stream));
    }
}
