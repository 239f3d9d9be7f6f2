package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Tenant;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.model.ModelEvent;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.club.Country;
import dev.ilana.testkit.contract.office.Office;
import dev.ilana.testkit.contract.office.Project;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds that are asked for at once go together, where the database was told so, and give what each would have given alone. */
public interface BatchedFindContract extends BlogContract, ClubContract {

    int MANY = 60;
    Duration PATIENCE = Duration.ofSeconds(30);

    /** What was found, and the statements that were sent for it. */
    record Found<T>(List<T> values, List<String> statements) {}

    private static <T> Found<T> batching(Runner run, Function<Database, ? extends Flux<T>> work) {
        Queue<String> statements = new ConcurrentLinkedQueue<>();
        Database database = Database.builder(run.url())
                .withBatchedFinds()
                .withListener(query -> statements.add(query.sql()))
                .build();
        try {
            List<T> values = work.apply(database)
                    .contextWrite(database.use())
                    .collectList()
                    .blockOptional(PATIENCE)
                    .orElseThrow();
            assertAllComesBack(database);
            return new Found<>(values, List.copyOf(statements));
        } finally {
            database.close().block(PATIENCE);
        }
    }

    /** A query may be under way for those who have let go of it. */
    private static void assertAllComesBack(Database database) {
        assertThat(Mono.defer(() -> database.acquiredConnections() == 0 ? Mono.just(true) : Mono.empty())
                        .repeatWhenEmpty(times -> times.delayElements(Duration.ofMillis(10)))
                        .block(PATIENCE))
                .isTrue();
    }

    private static List<Long> users(Runner run) {
        return run.list(USERS.insertMany(Flux.range(0, MANY).map(i -> User.named("User " + i)))).stream()
                .map(user -> user.get(User.ID))
                .toList();
    }

    @Test
    @Feature("11.5")
    default void manyAtOnceAreFewQueries(Runner run) {
        List<Long> ids = users(run);
        Found<User> found = batching(run, database -> Flux.fromIterable(ids).flatMap(USERS::find, MANY));
        assertThat(found.values()).extracting(user -> user.get(User.ID)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(found.statements()).hasSizeLessThan(MANY / 3);
    }

    @Test
    @Feature("11.5")
    default void oneAfterTheOtherEachIsAQueryByItsKey(Runner run) {
        List<Long> ids = users(run);
        Found<User> found = batching(run, database -> Flux.fromIterable(ids).concatMap(USERS::find));
        assertThat(found.values()).extracting(user -> user.get(User.ID)).isEqualTo(ids);
        assertThat(found.statements()).hasSize(MANY);
        assertThat(Set.copyOf(found.statements())).as("texts").hasSize(1);
    }

    @Test
    @Feature("11.5")
    default void eachGetsAModelOfItsOwn(Runner run) {
        Long id = users(run).get(0);
        Found<User> found = batching(run, database -> Flux.range(0, MANY).flatMap(i -> USERS.find(id), MANY));
        Set<User> models = Collections.newSetFromMap(new IdentityHashMap<>());
        models.addAll(found.values());
        assertThat(models).hasSize(MANY);
        assertThat(found.values()).allMatch(user -> user.get(User.NAME).equals("User 0"));
    }

    @Test
    @Feature("11.5")
    default void whatIsNotThereIsNotFound(Runner run) {
        List<Long> ids = users(run);
        run.get(USERS.find(ids.get(3)).flatMap(User::delete));
        List<Long> asked = Stream.concat(ids.stream(), LongStream.range(1, MANY).mapToObj(i -> -i))
                .toList();
        Found<String> found = batching(
                run,
                database -> Flux.fromIterable(asked)
                        .flatMap(
                                id -> USERS.findOrFail(id)
                                        .map(user -> "found " + user.get(User.ID))
                                        .onErrorResume(ModelNotFoundException.class, error -> Mono.just("none")),
                                asked.size()));
        assertThat(found.values()).filteredOn("none"::equals).hasSize(MANY);
        assertThat(found.values())
                .filteredOn(value -> value.startsWith("found"))
                .hasSize(MANY - 1)
                .doesNotContain("found " + ids.get(3));
    }

    @Test
    @Feature("11.5")
    default void aTransactionSeesItsOwnRows(Runner run) {
        Found<User> found = batching(
                run,
                database -> DB.transactionMany(() -> USERS.insertMany(
                                Flux.range(0, 9).map(i -> User.named("New " + i)))
                        .flatMap(user -> USERS.find(user.get(User.ID)))));
        assertThat(found.values()).hasSize(9);
    }

    @Test
    @Feature("11.5")
    default void aQueryThatSaysMoreGoesByItself(Runner run) {
        List<Long> ids = users(run);
        Found<User> found = batching(
                run,
                database -> Flux.fromIterable(ids)
                        .flatMap(id -> USERS.where(User.NAME.eq("User 7")).find(id), MANY));
        assertThat(found.values()).extracting(user -> user.get(User.ID)).containsExactly(ids.get(7));
        assertThat(found.statements()).hasSize(MANY);
    }

    @Test
    @Feature("11.5")
    default void whoLetsGoTakesNobodyAlong(Runner run) {
        List<Long> ids = users(run);
        Queue<Long> answered = new ConcurrentLinkedQueue<>();
        Found<Integer> found = batching(
                run,
                database -> Flux.defer(() -> {
                    List<CompletableFuture<User>> finds = new ArrayList<>();
                    List<Disposable> gone = new ArrayList<>();
                    for (int i = 0; i < MANY; i++) {
                        Mono<User> find = USERS.find(ids.get(i))
                                .doOnNext(user -> answered.add(user.get(User.ID)))
                                .contextWrite(database.use());
                        if (i % 3 == 0) {
                            gone.add(find.subscribe());
                        } else {
                            finds.add(find.toFuture());
                        }
                    }
                    gone.forEach(Disposable::dispose);
                    return Flux.fromIterable(finds)
                            .flatMap(Mono::fromFuture)
                            .count()
                            .map(Long::intValue)
                            .flux();
                }));
        assertThat(found.values()).containsExactly(MANY - MANY / 3);
        assertThat(answered).hasSizeGreaterThanOrEqualTo(MANY - MANY / 3);
    }

    @Test
    @Feature("11.5")
    default void whoLetsGoAtOnceHoldsUpNobody(Runner run) {
        List<Long> ids = users(run);
        Found<User> found = batching(
                run,
                database -> Flux.defer(() -> {
                    for (Long id : ids) {
                        USERS.find(id).contextWrite(database.use()).subscribe(new BaseSubscriber<>() {
                            @Override
                            protected void hookOnSubscribe(Subscription subscription) {
                                subscription.cancel();
                            }
                        });
                    }
                    return Flux.fromIterable(ids).flatMap(USERS::find, MANY);
                }));
        assertThat(found.values()).hasSize(MANY);
    }

    @Test
    @Feature("11.5")
    default void anErrorIsEachOnes(Runner run) {
        List<Long> ids = users(run);
        run.value(DB.statement("alter table users rename to hidden_users"));
        Found<String> failed =
                batching(run, database -> Flux.fromIterable(ids).flatMap(BatchedFindContract::outcome, MANY));
        run.value(DB.statement("alter table hidden_users rename to users"));
        assertThat(failed.values()).hasSize(MANY).containsOnly("no such table");
        assertThat(batching(run, database -> Flux.fromIterable(ids).flatMap(USERS::find, MANY))
                        .values())
                .hasSize(MANY);
    }

    private static Mono<String> outcome(Long id) {
        return USERS.find(id)
                .map(user -> "found")
                .onErrorResume(BadSqlException.class, error -> Mono.just("no such table"));
    }

    /** MariaDB holds a and A for the same key. */
    @Test
    @Feature("11.5")
    default void keysThatTheDatabaseHoldsForTheSameFindWhatTheyFindAlone(Runner run) {
        run.list(Country.COUNTRIES.insertMany(Flux.just("a", "b", "c")
                .map(code -> new Country().set(Country.CODE, code).set(Country.NAME, "Land " + code))));
        List<String> codes = List.of("a", "A", "b", "B", "c", "x", "X");
        List<String> alone = run.list(Flux.fromIterable(codes).concatMap(BatchedFindContract::country));
        Found<String> found =
                batching(run, database -> Flux.fromIterable(codes).flatMap(BatchedFindContract::country, 9));
        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(alone);
    }

    private static Mono<String> country(String code) {
        return Country.COUNTRIES.find(code).map(country -> code + " is " + country.get(Country.NAME));
    }

    @Test
    @Feature("11.5")
    default void hooksSeeTheModelInTheChainOfWhoAsked(Runner run) {
        Queue<Object> seen = new ConcurrentLinkedQueue<>();
        List<Long> ids = users(run);
        var hook = USERS.on(
                ModelEvent.RETRIEVED,
                user -> Mono.deferContextual(context -> {
                    seen.add(context.get("asked for") + "=" + user.get(User.ID));
                    return Mono.empty();
                }));
        try {
            Found<User> found = batching(
                    run,
                    database -> Flux.fromIterable(ids)
                            .flatMap(id -> USERS.find(id).contextWrite(context -> context.put("asked for", id)), MANY));
            assertThat(found.values()).hasSize(MANY);
        } finally {
            hook.dispose();
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(id -> (Object) (id + "=" + id)).toList());
    }

    @Test
    @Feature("11.5")
    default void aTenantFindsItsOwn(Runner run) {
        run.value(Office.empty());
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(run.get(Project.PROJECTS
                            .create(Project.CODE.to("p" + i), Project.BUDGET.to(1))
                            .contextWrite(Tenant.is(i % 2 == 0 ? "acme" : "bolt")))
                    .get(Project.ID));
        }
        Found<String> found = batching(
                run,
                database -> Flux.just("acme", "bolt")
                        .flatMap(tenant -> Flux.fromIterable(ids)
                                .flatMap(id -> Project.PROJECTS.find(id), 12)
                                .map(project -> tenant + " " + project.get(Project.CODE))
                                .contextWrite(Tenant.is(tenant))));
        assertThat(found.values())
                .containsExactlyInAnyOrder(
                        "acme p0",
                        "acme p2",
                        "acme p4",
                        "acme p6",
                        "acme p8",
                        "acme p10",
                        "bolt p1",
                        "bolt p3",
                        "bolt p5",
                        "bolt p7",
                        "bolt p9",
                        "bolt p11");
    }

    @Test
    @Feature("11.5")
    default void moreThanOneQueryHoldsAreAllAnswered(Runner run) {
        List<Long> ids = users(run);
        Found<Long> found = batching(
                run,
                database -> Flux.range(0, 5_000)
                        .flatMap(i -> USERS.find(i < MANY ? ids.get(i) : -(long) i), 5_000)
                        .count()
                        .flux());
        assertThat(found.values()).containsExactly((long) MANY);
    }
}
