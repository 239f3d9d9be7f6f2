package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.model.ModelQuery;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * Rows that a query locks are its transaction's until that ends. They are found by an index here, as MySQL and MariaDB lock
 * every row that they look at.
 */
public interface LockContract extends WritersContract {

    /** The names that a query finds in a transaction of another session, while one here has locked the rows of the first. */
    private static List<String> whileLocked(Runner run, ModelQuery<User> locked, ModelQuery<User> query) {
        return onOther(
                run,
                other -> DB.transaction(() ->
                        locked.get().then(other.transaction(() -> names(query)).contextWrite(other.use()))));
    }

    private static Throwable errorWhileLocked(Runner run, ModelQuery<User> locked, ModelQuery<User> query) {
        return onOther(
                run,
                other -> DB.transaction(() -> locked.get()
                        .then(other.transaction(() -> names(query))
                                .<Throwable>flatMap(found -> Mono.error(new AssertionError("no error but " + found)))
                                .onErrorResume(Mono::just)
                                .contextWrite(other.use()))));
    }

    private static <T> T onOther(Runner run, Function<Database, Mono<T>> work) {
        Database other = Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(1))
                .build();
        try {
            return run.get(work.apply(other));
        } finally {
            run.value(other.close());
        }
    }

    private static Mono<List<String>> names(ModelQuery<User> query) {
        return query.orderBy(NAME).get().map(User::name).collectList();
    }

    @Test
    @Feature("9.4")
    default void aLockedRowIsWaitedFor(Runner run) {
        List<String> order = new CopyOnWriteArrayList<>();
        ModelQuery<User> ada = USERS.where(EMAIL.eq("ada@example.org")).lockForUpdate();

        List<String> found = onOther(run, other -> {
            Mono<List<String>> second = other.transaction(() -> names(ada))
                    .doOnNext(unused -> order.add("second"))
                    .contextWrite(other.use());
            Mono<Long> first = DB.transaction(() -> ada.get()
                    .then(Mono.delay(Duration.ofMillis(400)))
                    .then(DB.table("users").where("email", "ada@example.org").update(Map.of("name", "Ada L.")))
                    .doOnNext(unused -> order.add("first")));
            return Mono.zip(first, Mono.delay(Duration.ofMillis(150)).then(second))
                    .map(both -> both.getT2());
        });

        assertThat(order).containsExactly("first", "second");
        assertThat(found).as("it is read as the first left it").containsExactly("Ada L.");
    }

    @Test
    @Feature("9.4")
    default void noWaitFailsAtOnce(Runner run) {
        ModelQuery<User> ada = USERS.where(EMAIL.eq("ada@example.org")).lockForUpdate();

        Throwable error = errorWhileLocked(run, ada, ada.noWait());

        assertThat(error).isInstanceOf(LockTimeoutException.class);
        assertThat(run.get(DB.transaction(() -> names(ada.noWait())))).containsExactly("Ada");
    }

    @Test
    @Feature("9.4")
    default void skipLockedLeavesOutWhatIsLocked(Runner run) {
        ModelQuery<User> ada = USERS.where(EMAIL.eq("ada@example.org")).lockForUpdate();

        assertThat(whileLocked(run, ada, USERS.lockForUpdate().skipLocked())).containsExactly("Bob", "Cy", "Di");
        assertThat(run.get(DB.transaction(() -> DB.table("users")
                        .orderBy("name")
                        .lockForUpdate()
                        .skipLocked()
                        .pluck("name")
                        .collectList())))
                .hasSize(4);
    }

    @Test
    @Feature("9.4")
    @Needs(Capability.SHARED_LOCK)
    default void aSharedLockIsSharedAndKeepsWritersOut(Runner run) {
        ModelQuery<User> ada = USERS.where(EMAIL.eq("ada@example.org"));

        assertThat(whileLocked(run, ada.sharedLock(), ada.sharedLock().noWait()))
                .containsExactly("Ada");
        assertThat(errorWhileLocked(run, ada.sharedLock(), ada.lockForUpdate().noWait()))
                .isInstanceOf(LockTimeoutException.class);
        assertThat(whileLocked(run, ada.lockForUpdate(), USERS.sharedLock().skipLocked()))
                .containsExactly("Bob", "Cy", "Di");
    }

    @Test
    @Feature("9.4")
    default void aLockEndsWithItsTransaction(Runner run) {
        ModelQuery<User> ada = USERS.where(EMAIL.eq("ada@example.org")).lockForUpdate();

        run.get(DB.transaction(() -> names(ada)));
        assertThat(run.get(DB.transaction(() -> names(ada.noWait())))).containsExactly("Ada");
        assertThat(run.error(DB.transaction(() -> names(ada).then(Mono.error(new IllegalStateException("back"))))))
                .hasMessage("back");
        assertThat(run.get(DB.transaction(() -> names(ada.noWait())))).containsExactly("Ada");
    }

    @Test
    @Feature("9.4")
    default void aLockOutsideOfATransactionIsRefused(Runner run) {
        for (Mono<?> work : List.of(
                USERS.lockForUpdate().get().collectList(),
                USERS.lockForUpdate().first(),
                USERS.lockForUpdate().noWait().find(1),
                USERS.lockForUpdate().select(NAME).get().collectList(),
                USERS.lockForUpdate().exists(),
                DB.table("users").lockForUpdate().skipLocked().get().collectList())) {
            assertThat(run.error(work))
                    .isInstanceOf(TransactionRequiredException.class)
                    .hasMessageStartingWith("a lock on rows needs a transaction");
        }
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.4")
    default void aPageIsLockedAndItsNumberCounted(Runner run) {
        assertThat(run.get(DB.transaction(
                                () -> USERS.orderBy(NAME).lockForUpdate().paginate(1, 3)))
                        .total())
                .isEqualTo(4);
    }

    @Test
    @Feature("9.4")
    default void whatALockCantBeSaidOfIsRefused(Runner run) {
        assertThatThrownBy(() -> USERS.query().skipLocked())
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("skipLocked() says how to wait for a lock: say lockForUpdate() or sharedLock() before");
        assertThatThrownBy(() -> DB.table("users").noWait()).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(DB.transaction(
                        () -> USERS.with(POSTS, posts -> posts.limit(1).lockForUpdate())
                                .get()
                                .collectList())))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageStartingWith("a limit for each parent can't lock its rows");
        if (!run.database().dialect().supports(Capability.SHARED_LOCK)) {
            assertThat(run.error(DB.transaction(() -> USERS.sharedLock().get().collectList())))
                    .isInstanceOf(UnsupportedFeatureException.class);
        }
    }
}
