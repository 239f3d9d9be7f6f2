package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.Tables.NewUsers;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.testkit.database.DatabaseKind;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The workloads at a scale. */
final class Workloads {

    private static final int FEW_AUTHORS = 200;
    private static final int MANY_AUTHORS = 2_000;
    private static final int COMMENTED_AUTHORS = 100;
    private static final int MIXED = 64;

    private final Scale scale;

    private Workloads(Scale scale) {
        this.scale = scale;
    }

    /** On that database: the goals are for PostgreSQL. */
    static List<Workload> on(DatabaseKind database, Scale scale) {
        List<Workload> all = all(scale);
        return database == DatabaseKind.POSTGRESQL
                ? all
                : all.stream().map(Workload::withoutGoal).toList();
    }

    static List<Workload> all(Scale scale) {
        Workloads workloads = new Workloads(scale);
        return Stream.of(workloads.compared(), workloads.further(), List.of(workloads.mix()))
                .flatMap(List::stream)
                .toList();
    }

    /** Those with goals. */
    private List<Workload> compared() {
        int readSize = scale.readSize();
        int insertSize = scale.insertSize();
        int events = scale.events();
        Workload find = Workload.of("W1", "find by id", (contestant, number, random) -> contestant.find(some(random)));
        Workload add = Workload.of("W4", "insert a user", (contestant, number, random) -> contestant.insertOne(number))
                .on(NewUsers.NONE)
                .withGoal(2.0);
        return List.of(
                find.withGoal(1.0),
                find.atOnce(32).withGoal(1.1),
                Workload.further(
                                "W1",
                                "find by id, batched",
                                (contestant, number) -> contestant.findTogether(1 + number % scale.users()))
                        .atOnce(32)
                        .withGoal(2.0),
                Workload.of(
                                "W2",
                                "read " + readSize + " users",
                                (contestant, number, random) -> contestant.read(readSize))
                        .ofRows(readSize)
                        .withGoal(3.2),
                withPosts(FEW_AUTHORS),
                withPosts(MANY_AUTHORS),
                add,
                add.atOnce(16),
                Workload.of(
                                "W5",
                                "insert " + insertSize + " users",
                                (contestant, number, random) -> contestant.insert(number * insertSize, insertSize))
                        .ofRows(insertSize)
                        .on(NewUsers.NONE)
                        .withGoal(3.0),
                Workload.of(
                                "W6",
                                "load, change and save",
                                (contestant, number, random) -> contestant.birthday(some(random)))
                        .atOnce(16)
                        .on(NewUsers.ALL)
                        .withGoal(1.1),
                Workload.of(
                                "W7",
                                "stream " + events + " events",
                                (contestant, number, random) -> contestant.sumEvents())
                        .ofRows(events)
                        .withGoal(1.7),
                Workload.of("W8", "three statements", (contestant, number, random) -> contestant.addAgeAndCount(number))
                        .atOnce(16)
                        .on(NewUsers.NONE)
                        .withGoal(1.05));
    }

    private static Workload withPosts(int users) {
        int posts = users * Tables.POSTS_OF_A_USER;
        return Workload.of(
                        "W3",
                        users + " users, " + posts + " posts",
                        (contestant, number, random) -> contestant.readWithPosts(users))
                .ofRows(users + posts)
                .withGoal(2.3);
    }

    private List<Workload> further() {
        int readSize = scale.readSize();
        int keyed = scale.keyed();
        int posts = COMMENTED_AUTHORS * Tables.POSTS_OF_A_USER;
        int comments = posts * Tables.COMMENTS_OF_A_POST;
        return List.of(
                Workload.further(
                                "W9",
                                COMMENTED_AUTHORS + " users, " + posts + " posts, " + comments + " comments",
                                (contestant, number) -> contestant.readWithComments(COMMENTED_AUTHORS))
                        .ofRows(COMMENTED_AUTHORS + posts + comments),
                Workload.further(
                                "W10",
                                readSize + " users with counts",
                                (contestant, number) -> contestant.readWithCounts(readSize))
                        .ofRows(readSize),
                Workload.further(
                                "W11",
                                "stream " + scale.events() + " events, their kinds",
                                (contestant, number) -> contestant.sumWeights())
                        .ofRows(scale.events()),
                Workload.further(
                                "W12",
                                "insert " + keyed + " users for keys",
                                (contestant, number) -> contestant.insertForKeys(number * keyed, keyed))
                        .ofRows(keyed)
                        .on(NewUsers.NONE),
                Workload.further(
                                "W13",
                                "load, change and save " + readSize,
                                (contestant, number) -> contestant.birthdays(readSize))
                        .ofRows(readSize)
                        .on(NewUsers.ALL));
    }

    private Workload mix() {
        return Workload.of("W14", "a mix of W1, W4, W6 and W8", this::mixed)
                .atOnce(MIXED)
                .on(NewUsers.ALL);
    }

    /** What is added has other numbers than what is there. */
    private Mono<?> mixed(Contestant<?, ?> contestant, int number, long random) {
        int added = scale.users() + 1 + number;
        return switch ((int) (random >>> 62)) {
            case 0 -> contestant.find(some(random));
            case 1 -> contestant.birthday(some(random));
            case 2 -> contestant.addAgeAndCount(added);
            default -> contestant.insertOne(added);
        };
    }

    private long some(long random) {
        return 1 + Math.floorMod(random, (long) scale.users());
    }
}
