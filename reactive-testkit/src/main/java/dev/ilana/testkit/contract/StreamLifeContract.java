package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.CrowdContract.assertPosts;
import static dev.ilana.testkit.contract.CrowdContract.onOneConnection;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.PoolTimeoutException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a stream holds while it goes on: a connection, a transaction, a cursor of the server; none of it when it has ended. */
public interface StreamLifeContract extends CrowdContract {

    /** A query of one column, {@code open}: how many sessions other than the asking one have a transaction open. */
    String openTransactions();

    @Test
    @Feature({"11.3", "12.2"})
    default void aPoolOfOneIsEnough(Runner run) {
        assertPosts(onOneConnection(
                run, db -> USERS.with("posts.comments").orderBy(ID).cursor(4).collectList()));
        assertPosts(onOneConnection(
                run, db -> USERS.with("posts.comments").orderBy(ID).lazy(4).collectList()));
        // No connection is held between the windows of lazy.
        assertThat(CrowdContract.<Long>onOneConnection(
                        run,
                        db -> USERS.query()
                                .lazy(4)
                                .concatMap(user -> USERS.find(Objects.requireNonNull(user.getKey())))
                                .count()))
                .isEqualTo(CROWD);
    }

    @Test
    @Feature("12.2")
    default void aSubscriberThatQueriesBesideACursorIsToldThatThePoolIsTooSmall(Runner run) {
        assertThat(CrowdContract.<Throwable>onOneConnection(
                        run,
                        Duration.ofSeconds(2),
                        db -> USERS.query()
                                .cursor(4)
                                .concatMap(user -> USERS.find(Objects.requireNonNull(user.getKey())))
                                .then(Mono.<Throwable>empty())
                                .onErrorResume(Mono::just)))
                .isInstanceOf(PoolTimeoutException.class);
    }

    @Test
    @Feature({"11.3", "12.2"})
    default void aTransactionServesTheCursorAndItsSubscriber(Runner run) {
        long changed = onOneConnection(
                run,
                db -> DB.transaction(() -> USERS.with(POSTS)
                        .orderBy(NAME)
                        .cursor(3)
                        .concatMap(user -> user.set(AGE, user.get(POSTS).size()).save())
                        .count()));

        assertThat(changed).isEqualTo(CROWD);
        assertThat(run.get(USERS.where(AGE.eq(2)).count())).isEqualTo(7);
    }

    @Test
    @Feature("12.2")
    default void twoCursorsOfOneTransactionDoNotMeet(Runner run) {
        List<String> pairs = onOneConnection(
                run,
                db -> DB.transaction(() -> USERS.orderBy(ID)
                        .cursor(2)
                        .zipWith(Post.POSTS.orderBy(Post.ID).cursor(3), (user, post) -> user.name() + post.title())
                        .collectList()));

        assertThat(pairs).hasSize(22);
    }

    @Test
    @Feature("12.2")
    default void aFewAreTakenAndTheRestIsLeft(Runner run) {
        assertThat(CrowdContract.<Long>onOneConnection(
                        run, db -> USERS.with(POSTS).cursor(2).take(5).count()))
                .isEqualTo(5);
        assertThat(CrowdContract.<Long>onOneConnection(
                        run,
                        db -> DB.transaction(() -> USERS.with(POSTS)
                                .cursor(2)
                                .take(5)
                                .concatMap(User::delete)
                                .then(USERS.count()))))
                .isEqualTo(CROWD - 5);
        assertThat(run.get(USERS.count())).isEqualTo(CROWD - 5);
        assertThat(run.list(DB.select(openTransactions())))
                .allSatisfy(row -> assertThat(row.get("open", Long.class)).isZero());
    }

    @Test
    @Feature("12.2")
    default void aSlowSubscriberIsWaitedFor(Runner run) {
        StepVerifier.create(
                        USERS.orderBy(ID).cursor(5).contextWrite(run.database().use()), 0)
                .expectSubscription()
                .thenRequest(3)
                .expectNextCount(3)
                .expectNoEvent(Duration.ofMillis(100))
                .then(() -> assertThat(reads(run)).isEqualTo(1))
                .thenRequest(3)
                .expectNextCount(3)
                .then(() -> assertThat(reads(run)).isEqualTo(2))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
        run.assertNothingAcquired();
    }

    private static long reads(Runner run) {
        return run.statements().stream()
                .filter(sql -> sql.startsWith("fetch") || sql.startsWith("select"))
                .count();
    }

    @Test
    @Feature("12.2")
    default void anErrorOfTheSubscriberEndsTheCursor(Runner run) {
        assertThat(run.error(USERS.query()
                        .cursor(2)
                        .map(user -> {
                            throw new IllegalStateException("enough");
                        })
                        .then()))
                .hasMessage("enough");
        run.assertNothingAcquired();
        assertThat(run.error(DB.transaction(() -> USERS.query()
                        .cursor(2)
                        .concatMap(user -> DB.statement("nonsense"))
                        .then())))
                .isInstanceOf(BadSqlException.class);
        assertThat(run.error(USERS.where("name", "x")
                        .whereRaw("nonsense = 1")
                        .cursor(2)
                        .then()))
                .isInstanceOf(BadSqlException.class);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("12.2")
    @Needs(Capability.SERVER_CURSOR)
    default void aCursorOfTheServerIsClosedWhereverItEnds(Runner run) {
        List<Long> open = run.get(DB.transaction(() -> {
            Mono<Long> count = DB.select("select count(*) as open from pg_cursors")
                    .next()
                    .map(row -> Objects.requireNonNull(row.get("open", Long.class)));
            return USERS.inRandomOrder()
                    .cursor(2)
                    .concatMap(user -> count)
                    .take(3)
                    .collectList()
                    .flatMap(during -> count.map(after -> {
                        List<Long> all = new ArrayList<>(during);
                        all.add(after);
                        return all;
                    }));
        }));

        assertThat(open).containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    @Feature("12.2")
    default void aCursorInASavepointThatIsRolledBackLeavesTheTransactionWhole(Runner run) {
        long left = run.get(DB.transaction(() -> DB.transaction(() -> USERS.query()
                        .cursor(2)
                        .concatMap(User::delete)
                        .take(4)
                        .then(Mono.<Long>error(new IllegalStateException("back"))))
                .onErrorResume(
                        IllegalStateException.class,
                        error -> USERS.query().cursor(3).count())));

        assertThat(left).isEqualTo(CROWD);
    }
}
