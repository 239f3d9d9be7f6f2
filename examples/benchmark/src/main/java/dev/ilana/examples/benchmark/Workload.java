package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.Tables.NewUsers;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.examples.benchmark.work.FurtherWork;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something to do many times.
 *
 * @param code what it is called by those who choose some
 * @param concurrency how many are under way at once
 * @param rows how many rows one reads or writes
 * @param goal the least number of operations a second of models that is asked for, as a ratio to hand-written code
 * @param before what is in the table that is written to
 * @param able whether a contestant can do it
 */
record Workload(
        String code,
        String what,
        int concurrency,
        int rows,
        OptionalDouble goal,
        NewUsers before,
        Predicate<Contestant<?, ?>> able,
        Operation operation) {

    /** So long a turn may last. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** One of the many, given a number that is the same for each contestant. */
    @FunctionalInterface
    interface Operation {
        Mono<?> apply(Contestant<?, ?> contestant, int number, long random);
    }

    /** One of those that not every contestant can. */
    @FunctionalInterface
    interface FurtherOperation {
        Mono<?> apply(FurtherWork<?, ?> contestant, int number);
    }

    /** Of one row, one after the other, without a goal, for all contestants; it only reads. */
    static Workload of(String code, String what, Operation operation) {
        return new Workload(code, what, 1, 1, OptionalDouble.empty(), NewUsers.UNTOUCHED, any -> true, operation);
    }

    /** The same for those that do {@link FurtherWork}. */
    static Workload further(String code, String what, FurtherOperation operation) {
        return of(code, what, (contestant, number, random) -> operation.apply((FurtherWork<?, ?>) contestant, number))
                .onlyFor(FurtherWork.class::isInstance);
    }

    Workload atOnce(int many) {
        return new Workload(code, what, many, rows, goal, before, able, operation);
    }

    Workload ofRows(int number) {
        return new Workload(code, what, concurrency, number, goal, before, able, operation);
    }

    Workload withGoal(double ratio) {
        return new Workload(code, what, concurrency, rows, OptionalDouble.of(ratio), before, able, operation);
    }

    Workload withoutGoal() {
        return new Workload(code, what, concurrency, rows, OptionalDouble.empty(), before, able, operation);
    }

    Workload on(NewUsers users) {
        return new Workload(code, what, concurrency, rows, goal, users, able, operation);
    }

    Workload onlyFor(Predicate<Contestant<?, ?>> contestants) {
        return new Workload(code, what, concurrency, rows, goal, before, contestants, operation);
    }

    String name() {
        return code + " " + what + (concurrency == 1 ? "" : ", " + concurrency + " at a time");
    }

    /**
     * Does it for so long, once at least; blocks until what was begun is done, and gives the number of that.
     *
     * @throws IllegalStateException when an answer is missing
     */
    long run(Contestant<?, ?> contestant, int round, Duration time) {
        SplittableRandom random = new SplittableRandom(round);
        long end = System.nanoTime() + time.toNanos();
        int[] begun = {0};
        long done = Flux.<Integer>generate(sink -> {
                    if (begun[0] > 0 && System.nanoTime() - end >= 0) {
                        sink.complete();
                    } else {
                        sink.next(begun[0]++);
                    }
                })
                .flatMap(number -> operation.apply(contestant, number, random.nextLong()), concurrency)
                .count()
                .blockOptional(PATIENCE)
                .orElse(0L);
        if (done != begun[0]) {
            throw new IllegalStateException(done + " answers to " + begun[0] + " questions");
        }
        return done;
    }
}
