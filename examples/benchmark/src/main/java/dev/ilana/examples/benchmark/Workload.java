package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.Tables.NewUsers;
import dev.ilana.examples.benchmark.work.Contestant;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
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
 */
record Workload(
        String code, String what, int concurrency, int rows, double goal, NewUsers before, Operation operation) {

    private static final int FEW_AUTHORS = 200;
    private static final int MANY_AUTHORS = 2_000;

    /** So long a turn may last. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** One of the many, given a number that is the same for each contestant. */
    @FunctionalInterface
    interface Operation {
        Mono<?> apply(Contestant<?, ?> contestant, int number, long random);
    }

    static List<Workload> all(Scale scale) {
        int insertSize = scale.insertSize();
        Operation find = (contestant, number, random) -> contestant.find(some(random, scale));
        Operation read = (contestant, number, random) -> contestant.read(scale.readSize());
        Operation insertOne = (contestant, number, random) -> contestant.insertOne(number);
        Operation insert = (contestant, number, random) -> contestant.insert(number * insertSize, insertSize);
        Operation birthday = (contestant, number, random) -> contestant.birthday(some(random, scale));
        Operation stream = (contestant, number, random) -> contestant.sumEvents();
        Operation three = (contestant, number, random) -> contestant.addAgeAndCount(number);
        return List.of(
                new Workload("W1", "find by id", 1, 1, 1.0, NewUsers.UNTOUCHED, find),
                new Workload("W1", "find by id", 32, 1, 1.1, NewUsers.UNTOUCHED, find),
                new Workload(
                        "W2",
                        "read " + scale.readSize() + " users",
                        1,
                        scale.readSize(),
                        3.2,
                        NewUsers.UNTOUCHED,
                        read),
                withPosts(FEW_AUTHORS),
                withPosts(MANY_AUTHORS),
                new Workload("W4", "insert a user", 1, 1, 2.0, NewUsers.NONE, insertOne),
                new Workload("W4", "insert a user", 16, 1, 2.0, NewUsers.NONE, insertOne),
                new Workload("W5", "insert " + insertSize + " users", 1, insertSize, 3.0, NewUsers.NONE, insert),
                new Workload("W6", "load, change and save", 16, 1, 1.1, NewUsers.ALL, birthday),
                new Workload(
                        "W7",
                        "stream " + scale.events() + " events",
                        1,
                        scale.events(),
                        1.7,
                        NewUsers.UNTOUCHED,
                        stream),
                new Workload("W8", "three statements", 16, 1, 1.05, NewUsers.NONE, three));
    }

    private static Workload withPosts(int users) {
        int posts = users * Tables.POSTS_OF_A_USER;
        return new Workload(
                "W3",
                users + " users, " + posts + " posts",
                1,
                users + posts,
                2.3,
                NewUsers.UNTOUCHED,
                (contestant, number, random) -> contestant.readWithPosts(users));
    }

    private static long some(long random, Scale scale) {
        return 1 + Math.floorMod(random, (long) scale.users());
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
