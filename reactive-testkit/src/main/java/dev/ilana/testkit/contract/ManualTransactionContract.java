package dev.ilana.testkit.contract;

import static dev.ilana.connection.TransactionOptions.DEFAULT;
import static dev.ilana.testkit.contract.CrowdContract.onOneConnection;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.DB;
import dev.ilana.connection.ManualTransaction;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionInfo;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.RollbackOnlyException;
import dev.ilana.error.TransactionTimeoutException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A transaction that is ended by hand keeps its promises, also when nobody ends it. */
public interface ManualTransactionContract extends BlogContract {

    private static ManualTransaction begun(Runner run) {
        return run.get(DB.beginTransaction());
    }

    @CanIgnoreReturnValue
    private static User saved(Runner run, ManualTransaction trx, String name) {
        return run.get(User.named(name).save().contextWrite(trx.use()));
    }

    private static List<String> names(Runner run) {
        run.assertNothingAcquired();
        return run.list(USERS.orderBy(NAME).pluck(NAME));
    }

    @Test
    @Feature("14.3")
    default void whatIsDoneInItIsThereAfterItsCommitOnly(Runner run) {
        ManualTransaction trx = begun(run);
        saved(run, trx, "Ada");
        saved(run, trx, "Bob");
        assertThat(run.get(USERS.count())).isZero();
        assertThat(run.get(USERS.on(trx).count())).isEqualTo(2);

        run.value(trx.commit());
        assertThat(names(run)).containsExactly("Ada", "Bob");
    }

    @Test
    @Feature("14.3")
    default void aRollbackTakesBackRowsAndModels(Runner run) {
        ManualTransaction trx = begun(run);
        User ada = saved(run, trx, "Ada");

        run.value(trx.rollback());
        assertThat(names(run)).isEmpty();
        assertThat(ada.isStored()).isFalse();
        run.value(trx.rollback());
    }

    @Test
    @Feature("14.3")
    default void aChainThatIsSaidToRunOnItsDatabaseIsInItToo(Runner run) {
        ManualTransaction trx = begun(run);

        run.get(User.named("Ada").save().contextWrite(trx.database().use()));
        run.get(trx.database()
                .transaction(() ->
                        User.named("Bob").save().contextWrite(trx.database().use())));

        assertThat(run.get(USERS.count())).isZero();
        run.value(trx.rollback());
        assertThat(names(run)).isEmpty();
    }

    @Test
    @Feature("14.3")
    default void aQueryIsToldToBeInIt(Runner run) {
        ManualTransaction trx = begun(run);
        User ada = saved(run, trx, "Ada");
        run.get(ada.posts().create(Map.of("title", "Hello")).contextWrite(trx.use()));

        assertThat(run.get(USERS.on(trx).where(NAME.eq("Ada")).update(Map.of("age", 36))))
                .isOne();
        assertThat(run.get(DB.table("users").on(trx).insert(Map.of("name", "Bob", "email", "b", "kind", "MEMBER"))))
                .isOne();
        User read = run.get(USERS.on(trx).with(POSTS).findOrFail(ada.get(User.ID)));
        assertThat(read.get(POSTS)).extracting(Post::title).containsExactly("Hello");
        assertThat(run.get(DB.transaction(() -> USERS.on(trx).count())))
                .as("in another one too")
                .isEqualTo(2);
        run.value(trx.commit());

        read.age(37);
        run.get(read.save());
        assertThat(run.get(USERS.findOrFail(ada.get(User.ID))).get(User.AGE)).isEqualTo(37);
        assertThat(run.error(USERS.on(trx).count()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("ended");
        assertThat(names(run)).containsExactly("Ada", "Bob");
    }

    @Test
    @Feature("14.3")
    default void oneThatHasEndedCanNotBeEndedOtherwise(Runner run) {
        ManualTransaction committed = begun(run);
        saved(run, committed, "Ada");
        run.value(committed.commit());
        assertThat(run.error(committed.commit())).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(committed.rollback()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("committed");
        assertThat(run.error(User.named("Bob").save().contextWrite(committed.use())))
                .isInstanceOf(InvalidUsageException.class);

        ManualTransaction back = begun(run);
        run.value(back.rollback());
        assertThat(run.error(back.commit())).isInstanceOf(InvalidUsageException.class);
        assertThat(names(run)).containsExactly("Ada");
    }

    @Test
    @Feature({"14.3", "14.5"})
    default void oneThatIsNeverEndedGivesItsConnectionBack(Runner run) {
        User ada = onOneConnection(
                run,
                one -> USERS.count()
                        .then(DB.beginTransaction(DEFAULT.timeout(Duration.ofMillis(300))))
                        .flatMap(trx -> User.named("Ada")
                                .save()
                                .contextWrite(trx.use())
                                // waits for the only connection
                                .delayUntil(unused -> USERS.count()
                                        .doOnNext(count -> assertThat(count).isZero()))
                                .delayUntil(unused -> trx.rollback())
                                .delayUntil(unused -> trx.commit()
                                        .then(Mono.error(new AssertionError("committed")))
                                        .onErrorResume(InvalidUsageException.class, error -> Mono.just(error)))));
        assertThat(ada.isStored()).isFalse();
        assertThat(names(run)).isEmpty();
    }

    @Test
    @Feature("14.3")
    default void aCommitThatComesTooLateIsToldSo(Runner run) {
        ManualTransaction trx = run.get(DB.beginTransaction(DEFAULT.timeout(Duration.ofMillis(300))));
        run.assertNothingAcquired();
        assertThat(run.error(trx.commit())).isInstanceOf(TransactionTimeoutException.class);
        assertThat(names(run)).isEmpty();
    }

    @Test
    @Feature({"14.3", "14.5"})
    default void oneThatNobodyWaitsForEndsByItself(Runner run) {
        for (int micros = 0; micros < 3_000; micros += 100) {
            Disposable beginning = DB.beginTransaction()
                    .contextWrite(run.database().use())
                    .delayUntil(trx -> trx.rollback())
                    .subscribe();
            run.value(Mono.delay(Duration.ofNanos(micros * 1_000L)));
            beginning.dispose();
        }
        run.assertNothingAcquired();
    }

    @Test
    @Feature("14.3")
    default void aTransactionWithinItIsASavepointAndOneBesideItIsAnother(Runner run) {
        ManualTransaction trx = begun(run);
        ManualTransaction beside = run.get(DB.beginTransaction().contextWrite(trx.use()));
        run.get(DB.transaction(
                        () -> User.named("Ada").save().then(Mono.<User>error(new IllegalStateException("inner"))))
                .onErrorResume(
                        IllegalStateException.class, error -> User.named("Bob").save())
                .contextWrite(trx.use()));
        TransactionInfo info = run.get(DB.currentTransaction().contextWrite(trx.use()));
        TransactionInfo other = run.get(DB.currentTransaction().contextWrite(beside.use()));
        assertThat(info.id()).isNotEqualTo(other.id());

        run.value(beside.rollback());
        run.value(trx.commit());
        assertThat(names(run)).containsExactly("Bob");
    }

    @Test
    @Feature({"14.3", "14.5"})
    default void whatFollowsItFollowsItsEnd(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        ManualTransaction trx = begun(run);
        run.value(DB.afterCommit(() -> USERS.count().doOnNext(count -> told.add("committed " + count)))
                .then(User.named("Ada").save())
                .contextWrite(trx.use()));
        assertThat(told).isEmpty();
        run.value(trx.commit());
        assertThat(told).containsExactly("committed 1");

        ManualTransaction back = begun(run);
        run.value(DB.afterRollback(() -> Mono.fromRunnable(() -> told.add("back")))
                .contextWrite(back.use()));
        run.value(back.rollback());
        assertThat(told).containsExactly("committed 1", "back");
    }

    @Test
    @Feature({"14.2", "14.3"})
    default void aPartOfItThatFailedIsNotCommitted(Runner run) {
        ManualTransaction trx = begun(run);
        TransactionOptions part = DEFAULT.propagation(Propagation.REQUIRED);
        assertThat(run.error(DB.transaction(
                                () -> User.named("Ada").save().then(Mono.error(new IllegalStateException("part"))),
                                part)
                        .contextWrite(trx.use())))
                .hasMessage("part");

        assertThat(run.error(trx.commit())).isInstanceOf(RollbackOnlyException.class);
        assertThat(names(run)).isEmpty();
    }

    @Test
    @Feature("14.3")
    default void itIsAlwaysNewAndTriedOnce(Runner run) {
        assertThat(run.error(DB.beginTransaction(TransactionOptions.attempts(2))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(DB.beginTransaction(DEFAULT.propagation(Propagation.MANDATORY))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(DB.dryRun(DB::beginTransaction))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
        run.assertNothingAcquired();
    }
}
