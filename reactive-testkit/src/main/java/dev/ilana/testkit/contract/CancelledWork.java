package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Isolation;
import dev.ilana.connection.ManualTransaction;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.ChaosRun;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Work of every kind that is cancelled somewhere. Each write is such that what is half done shows in the data.
 *
 * @param firstUser the key of the first of the users
 * @param few the roles that a user is synced to, or else {@code many}
 * @param many none of {@code few}
 */
record CancelledWork(long firstUser, Set<Long> few, Set<Long> many) {

    static final int USERS_AT_FIRST = 300;

    /** No multiple of two, so that of every eight in a row another kind is let through. */
    private static final int KINDS = 17;

    private static final int ROWS = 300;

    /** With the users and roles that it needs. */
    static Mono<CancelledWork> prepared() {
        return USERS.insertMany(Flux.range(0, USERS_AT_FIRST).map(i -> User.named("u" + i)))
                .then(Flux.range(0, 5)
                        .concatMap(i -> DB.table("roles").insertGetId(Map.of("name", "role " + i)))
                        .collectList())
                .flatMap(roles -> USERS.query()
                        .min(User.ID)
                        .map(first -> new CancelledWork(
                                first, new TreeSet<>(roles.subList(0, 2)), new TreeSet<>(roles.subList(2, 5)))));
    }

    /** The one of that number. Near each other they have different users. */
    Flux<?> of(int n) {
        long key = firstUser + n % USERS_AT_FIRST;
        return switch (n % KINDS) {
            case 0 -> USERS.find(key).flux();
            case 1 -> USERS.query().with("posts").lazyById(20);
            case 2 -> USERS.query().with("posts", "roles").cursor(40);
            case 3 -> readWithin(key).flux();
            case 4 ->
                DB.transaction(() -> DB.transaction(() -> pair(n), as(Propagation.REQUIRED)))
                        .flux();
            case 5 -> byHand(pair(n)).flux();
            case 6 ->
                DB.transaction(() -> DB.transaction(() -> pair(n), as(Propagation.REQUIRES_NEW)))
                        .flux();
            case 7 -> pair(n).flux();
            case 8 -> USERS.with("posts").orderBy(User.ID).limit(30).get();
            case 9 -> USERS.find(key).flatMap(user -> user.age(n % 90).save()).flux();
            case 10 -> USERS.query().chunkById(60, users -> USERS.find(key)).flux();
            case 11 ->
                DB.transaction(() -> DB.table("roles").bulkInsert(rows("bulk " + n)))
                        .flux();
            case 12 ->
                DB.transactionMany(() -> USERS.insertMany(
                        Flux.range(0, 5).map(i -> User.named("many " + n).email(n + "." + i + "@m"))));
            case 13 -> USERS.orderBy(User.ID).paginate(1 + n % 10, 20).flux();
            case 14 -> synced(key, n).flux();
            case 15 -> User.named("saved " + n).save().flux();
            default ->
                DB.transaction(() -> pair(n), TransactionOptions.attempts(2).isolation(Isolation.SERIALIZABLE))
                        .flux();
        };
    }

    private static Mono<Long> readWithin(long key) {
        return DB.transaction(() -> USERS.query()
                .cursor(50)
                .concatMap(user -> USERS.find(key))
                .take(60)
                .count());
    }

    private static TransactionOptions as(Propagation propagation) {
        return TransactionOptions.DEFAULT.propagation(propagation);
    }

    private static Mono<Long> byHand(Mono<Long> work) {
        return Mono.usingWhen(
                DB.beginTransaction(TransactionOptions.DEFAULT.timeout(Duration.ofSeconds(2))),
                trx -> work.contextWrite(trx.use()),
                ManualTransaction::commit,
                (trx, error) -> trx.rollback(),
                ManualTransaction::rollback);
    }

    /** Two rows that belong together, the second in a savepoint. */
    static Mono<Long> pair(int n) {
        return DB.transaction(() -> DB.table("roles")
                .insert(Map.of("name", "left " + n))
                .then(DB.transaction(() -> DB.table("roles").insert(Map.of("name", "right " + n)))));
    }

    private static List<Map<String, String>> rows(String name) {
        return IntStream.range(0, ROWS).mapToObj(i -> Map.of("name", name)).toList();
    }

    private Mono<?> synced(long key, int n) {
        return USERS.findOrFail(key)
                .flatMap(user -> User.ROLES.of(user).sync(n / KINDS % 2 == 0 ? few : many))
                .as(DB.transactional(TransactionOptions.attempts(5)));
    }

    /** Nothing, when of each write all is there or none. */
    void assertNothingIsHalfDone(Runner run, ChaosRun chaos) {
        Map<String, Long> rows =
                run.get(DB.table("roles").pluck("name", String.class).collect(HashMap::new, CancelledWork::count));
        Map<String, Long> users =
                run.get(DB.table("users").pluck("name", String.class).collect(HashMap::new, CancelledWork::count));
        rows.forEach((name, number) -> {
            if (name.startsWith("left ")) {
                assertThat(rows).as("pairs; %s", chaos).containsEntry(name.replace("left", "right"), number);
            } else if (name.startsWith("right ")) {
                assertThat(rows).as("pairs; %s", chaos).containsEntry(name.replace("right", "left"), number);
            } else if (name.startsWith("bulk ")) {
                assertThat(number).as("%s; %s", name, chaos).isEqualTo(ROWS);
            }
        });
        users.forEach((name, number) ->
                assertThat(number).as("%s; %s", name, chaos).isEqualTo(name.startsWith("many ") ? 5 : 1));
        assertSynced(run, chaos);
        assertThat(rows.keySet())
                .as("some of each; %s", chaos)
                .anyMatch(name -> name.startsWith("left "))
                .anyMatch(name -> name.startsWith("bulk "));
        assertThat(users.keySet()).as("some; %s", chaos).anyMatch(name -> name.startsWith("many "));
    }

    private void assertSynced(Runner run, ChaosRun chaos) {
        Map<Long, Set<Long>> roles = new HashMap<>();
        run.list(DB.table("role_user").get())
                .forEach(row -> roles.computeIfAbsent(
                                Objects.requireNonNull(row.get("user_id", Long.class)), user -> new TreeSet<>())
                        .add(Objects.requireNonNull(row.get("role_id", Long.class))));
        assertThat(roles.values())
                .as("roles of users; %s", chaos)
                .isNotEmpty()
                .allMatch(synced -> synced.equals(few) || synced.equals(many));
    }

    private static void count(Map<String, Long> counts, String name) {
        counts.merge(name, 1L, Long::sum);
    }
}
