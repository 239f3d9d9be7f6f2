package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something to do many times.
 *
 * @param concurrency how many are under way at once
 * @param operations how many make a round
 * @param size how many one counts as: the rows of a write of many, the posts of users
 */
record Workload(String name, int concurrency, int operations, int size, Operation operation) {

    private static final int FEW_AUTHORS = 200;
    private static final int MANY_AUTHORS = 2_000;

    /** One of the many, given a number that is the same for each contestant. */
    @FunctionalInterface
    interface Operation {
        Mono<?> apply(Contestant<?, ?> contestant, int number, long random);
    }

    static List<Workload> all(Scale scale) {
        Operation find = (contestant, number, random) -> contestant.find(1 + Math.floorMod(random, scale.users()));
        Operation read = (contestant, number, random) -> contestant.read(scale.readSize());
        Operation insert =
                (contestant, number, random) -> contestant.insert(number * scale.insertSize(), scale.insertSize());
        Operation few = (contestant, number, random) -> contestant.readWithPosts(FEW_AUTHORS);
        Operation many = (contestant, number, random) -> contestant.readWithPosts(MANY_AUTHORS);
        return List.of(
                new Workload("find by id, 1 at a time", 1, scale.finds(), 1, find),
                new Workload("find by id, 32 at a time", 32, scale.finds(), 1, find),
                new Workload("read " + scale.readSize() + " users", 1, scale.reads(), 1, read),
                withPosts(FEW_AUTHORS, scale.reads(), few),
                withPosts(MANY_AUTHORS, scale.reads() / 8, many),
                new Workload(
                        "insert " + scale.insertSize() + " users", 1, scale.inserts(), scale.insertSize(), insert));
    }

    private static Workload withPosts(int users, int operations, Operation operation) {
        int posts = users * UsersTable.POSTS_OF_A_USER;
        return new Workload(users + " users, " + posts + " posts", 1, operations, posts, operation);
    }

    /** What a round of it counts as. */
    int counted() {
        return operations * size;
    }

    /** Does a round of it; blocks until it is done. */
    void run(Contestant<?, ?> contestant, int round) {
        SplittableRandom random = new SplittableRandom(round);
        long done = Flux.range(0, operations)
                .flatMap(i -> operation.apply(contestant, i, random.nextLong()), concurrency)
                .count()
                .blockOptional()
                .orElse(0L);
        if (done != operations) {
            throw new IllegalStateException(
                    contestant.name() + " gave " + done + " of " + operations + " answers to: " + name);
        }
    }
}
