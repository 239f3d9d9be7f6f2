package dev.ilana.testkit.docs;

import static dev.ilana.connection.Isolation.SERIALIZABLE;
import static dev.ilana.connection.Propagation.REQUIRES_NEW;
import static dev.ilana.connection.TransactionOptions.DEFAULT;
import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.TransactionInfo;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.error.UniqueViolationException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/transactions.md}. */
class TransactionsTest extends PageTest {

    @Test
    void first() {
        // tag::first
        Mono<Post> hello = DB.transaction(() -> new User()
                .name("Ada")
                .email("ada@example.org")
                .save()
                .flatMap(ada -> ada.posts().create(Post.TITLE.to("Hello"))));
        // end::first

        assertThat(run(hello).title()).isEqualTo("Hello");
    }

    @Test
    void operator() {
        // tag::operator
        Mono<User> ada = new User().name("Ada").email("ada@example.org").save().as(DB.transactional());
        // end::operator

        assertThat(run(ada).isStored()).isTrue();
    }

    @Test
    void many() {
        stored("Ada", 36);

        // tag::many
        Flux<User> renamed = DB.transactionMany(() ->
                USERS.all().concatMap(user -> user.name(user.name() + "!").save()));

        Flux<User> same = USERS.all()
                .concatMap(user -> user.name(user.name() + "?").save())
                .as(DB.transactionalMany());
        // end::many

        assertThat(run(renamed.collectList())).extracting(User::name).containsExactly("Ada!");
        assertThat(run(same.collectList())).extracting(User::name).containsExactly("Ada!?");
    }

    @Test
    void options() {
        stored("Ada", 36);
        DB.register("archive", db);

        // tag::options
        Mono<Long> adults = DB.transaction(
                () -> USERS.where(AGE.ge(18)).count(),
                attempts(3).isolation(SERIALIZABLE).timeout(Duration.ofSeconds(5)));

        Mono<Long> archived = USERS.count().as(DB.transactional(DEFAULT.on("archive")));
        // end::options

        assertThat(run(adults)).isEqualTo(1);
        assertThat(run(archived)).isEqualTo(1);
    }

    @Test
    void propagation() {
        User ada = new User().name("Ada").email("ada@example.org");
        User tried = new User().name("Tried").email("tried@example.org");

        // tag::propagation
        Mono<User> journaled = DB.transaction(() -> tried.save()
                .as(DB.transactional(DEFAULT.propagation(REQUIRES_NEW))) // stays, whatever comes
                .then(ada.save())
                .then(Mono.error(new IllegalStateException("no"))));
        // end::propagation

        assertThatThrownBy(() -> run(journaled)).hasMessage("no");
        assertThat(run(USERS.query().pluck(User.NAME).collectList())).containsExactly("Tried");
    }

    @Test
    void manual() {
        // tag::manual
        Mono<Long> both = DB.beginTransaction(DEFAULT.timeout(Duration.ofSeconds(10)))
                .flatMap(trx -> new User()
                        .name("Ada")
                        .email("ada@example.org")
                        .save()
                        .contextWrite(trx.use())
                        .then(USERS.on(trx).count())
                        .onErrorResume(error -> trx.rollback().then(Mono.error(error)))
                        .delayUntil(count -> trx.commit()));
        // end::manual

        assertThat(run(both)).isEqualTo(1);
        assertThat(run(USERS.count())).isEqualTo(1);
    }

    @Test
    void current() {
        // tag::current
        Mono<Long> number = DB.requireTransaction()
                .then(DB.currentTransaction())
                .map(TransactionInfo::id)
                .as(DB.transactional());
        // end::current

        assertThat(run(number)).isPositive();
        assertThatThrownBy(() -> run(DB.requireTransaction())).isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void retries() {
        User ada = stored("Ada", 36);
        AtomicInteger tries = new AtomicInteger();

        // tag::retries
        Mono<Long> older = DB.transaction(() -> grow(ada, tries), attempts(3)); // at most 3 times in all

        Mono<Long> same = DB.transaction(() -> grow(ada, tries)).retryWhen(DB.retryDeadlocks(2)); // 2 more times
        // end::retries

        assertThat(run(older)).isEqualTo(1);
        assertThat(tries).hasValue(2);
        tries.set(0);
        assertThat(run(same)).isEqualTo(1);
        assertThat(tries).hasValue(2);
        assertThat(run(ada.refresh()).get(AGE)).isEqualTo(38);
    }

    private static Mono<Long> grow(User user, AtomicInteger tries) {
        return DB.statement("update users set age = age + 1 where id = " + user.getKey())
                .flatMap(rows -> tries.incrementAndGet() == 1 ? Mono.error(aDeadlock()) : Mono.just(rows));
    }

    private static DeadlockException aDeadlock() {
        return new DeadlockException(new dev.ilana.error.DatabaseException.Failure(
                null, "40001", 0, "made up", null, new IllegalStateException("made up")));
    }

    @Test
    void nested() {
        stored("Ada", 36);

        // tag::nested
        Mono<User> alan = DB.transaction(() -> {
            Mono<User> taken = new User().name("Ada").email("ada@example.org").save();
            Mono<User> free = new User().name("Alan").email("alan@example.org").save();
            return DB.transaction(() -> taken) // a savepoint
                    .onErrorResume(UniqueViolationException.class, error -> free);
        });
        // end::nested

        assertThat(run(alan).name()).isEqualTo("Alan");
        assertThat(run(USERS.count())).isEqualTo(2);
    }

    @Test
    void cancel() {
        // tag::cancel
        Mono<User> patient = DB.transaction(() ->
                        new User().name("Ada").email("ada@example.org").save().delayElement(Duration.ofSeconds(30)))
                .timeout(Duration.ofMillis(200)); // cancels, and so rolls back
        // end::cancel

        assertThatThrownBy(() -> run(patient)).hasCauseInstanceOf(TimeoutException.class);
        assertThat(run(USERS.count())).isZero();
    }

    @Test
    void models() {
        User user = new User().name("Ada").email("ada@example.org");

        // tag::models
        Mono<User> failed = DB.transaction(() -> user.save().then(Mono.error(new IllegalStateException("no"))));
        Mono<Boolean> stored = failed.thenReturn(true).onErrorResume(error -> Mono.just(user.isStored()));
        // end::models

        assertThat(run(stored)).isFalse();
        assertThat(run(user.save()).isStored())
                .as("as if it had not been tried")
                .isTrue();
    }

    @Test
    void lost() {
        // tag::lost
        Mono<User> lost = DB.transaction(() -> {
            Mono<User> save = new User().name("Ada").email("ada@example.org").save();
            // Wrong: a subscription of its own has no Context, so this is not in the transaction.
            return Mono.fromFuture(save.contextWrite(db.use()).toFuture())
                    .then(Mono.error(new IllegalStateException("too late")));
        });
        // end::lost

        assertThatThrownBy(() -> run(lost)).isInstanceOf(IllegalStateException.class);
        assertThat(run(USERS.count())).as("not rolled back").isEqualTo(1);
    }
}
