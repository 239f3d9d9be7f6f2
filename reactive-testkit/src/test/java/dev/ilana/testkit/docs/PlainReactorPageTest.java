package dev.ilana.testkit.docs;

import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.ID;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.error.ConnectionFailedException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.error.PoolTimeoutException;
import dev.ilana.schema.migrate.Migrator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** The Java of {@code docs/plain-reactor.md}. */
class PlainReactorPageTest extends PageTest {

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    // tag::service
    static final class Aging {
        private final Database database;
        private final Sinks.Empty<Void> stopping = Sinks.empty();
        private final Sinks.Empty<Void> stopped = Sinks.empty();

        Aging(Database database) {
            this.database = database;
        }

        Mono<Void> run() {
            return Flux.interval(Duration.ofMillis(20))
                    .onBackpressureDrop() // a tick that comes while there is work
                    .takeUntilOther(stopping.asMono()) // what is at work goes on to its end
                    .concatMap(tick -> DB.transaction(Aging::next, attempts(3)))
                    .then()
                    .contextWrite(database.use())
                    .then(database.close())
                    .doFinally(end -> stopped.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST));
        }

        private static Mono<User> next() {
            return USERS.where(AGE.lt(18))
                    .orderBy(ID)
                    .lockForUpdate()
                    .first()
                    .flatMap(user -> user.age(user.get(AGE) + 1).save());
        }

        void stop() { // on a thread that may block
            stopping.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
            stopped.asMono().block(Duration.ofSeconds(30));
        }
    }
    // end::service

    @Test
    void whatIsAtWorkGoesOnToItsEnd() {
        String url = "h2:mem:" + UUID.randomUUID();
        Database beside = Database.connect(url);
        Migrator.of(beside, List.of(new M20261121_093000_CreateUsersTable()))
                .migrate()
                .then(USERS.bulkInsert(Flux.range(0, 5_000)
                        .map(i -> new User().name("n").email(i + "@example.org").age(17))))
                .contextWrite(beside.use())
                .block();
        Mono<Long> adults = USERS.where(AGE.ge(18)).count().contextWrite(beside.use());

        // tag::program
        Database database = Database.connect(url);
        Aging service = new Aging(database);
        Thread hook = new Thread(service::stop);
        Runtime.getRuntime().addShutdownHook(hook); // at SIGTERM; the process ends when the hook has
        // end::program
        Runtime.getRuntime().removeShutdownHook(hook);
        Disposable later = adults.filter(count -> count > 0)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(10)))
                .subscribe(count -> hook.start());
        // tag::program
        service.run().block(); // main may block
        // end::program

        assertThat(later.isDisposed()).isTrue();
        assertThat(adults.block()).isBetween(1L, 4_999L);
        assertThat(database.acquiredConnections()).isZero();
        assertThatThrownBy(() -> USERS.count().contextWrite(database.use()).block())
                .isInstanceOf(ConnectionFailedException.class);
        beside.close().block();
    }

    @Test
    void context() {
        stored("Ada", 36);

        // tag::context
        Mono<Long> here = USERS.count().contextWrite(db.use()); // what stands above the line runs on it
        Mono<Long> nowhere = USERS.count().contextWrite(db.use()).flatMap(count -> USERS.count()); // below it: not
        // end::context

        assertThat(here.block()).isEqualTo(1);
        assertThatThrownBy(nowhere::block).isInstanceOf(NoDatabaseException.class);
    }

    @Test
    void errors() {
        stored("Ada", 36);

        // tag::errors
        Mono<String> name = USERS.findOrFail(1)
                .timeout(Duration.ofSeconds(2)) // cancels: the statement is stopped where it can be
                .retryWhen(Retry.backoff(2, Duration.ofMillis(100)) // a read: it may be sent again
                        .filter(PoolTimeoutException.class::isInstance))
                .map(User::name)
                .onErrorResume(ModelNotFoundException.class, error -> Mono.just("nobody"));
        Mono<User> older = DB.transaction( // a write: in a transaction, which knows what may be tried again
                () -> USERS.findOrFail(1).flatMap(user -> user.age(37).save()), attempts(3));
        // end::errors

        assertThat(run(name)).isEqualTo("Ada");
        assertThat(run(older).get(AGE)).isEqualTo(37);
    }

    @Test
    void blocking() {
        stored("Ada", 36);
        stored("Alan", 41);

        // tag::blocking
        Flux<byte[]> letters = USERS.orderBy(NAME)
                .get()
                .flatMap(
                        user -> Mono.fromCallable(() -> render(user)) // a library that blocks or computes for long
                                .subscribeOn(Schedulers.boundedElastic()),
                        4); // four at a time
        // end::blocking

        assertThat(list(letters)).hasSize(2);
    }

    @Test
    void whoBlocksInTheMiddleWaitsInVain() {
        Database impatient = Database.builder("h2:mem:" + UUID.randomUUID())
                .withPool(PoolSettings.DEFAULT.withAcquireTimeout(Duration.ofMillis(200)))
                .build();
        Mono<Long> one = DB.select("select 1").count();

        assertThatThrownBy(
                        () -> one.map(count -> one.contextWrite(impatient.use()).block(Duration.ofSeconds(5)))
                                .contextWrite(impatient.use())
                                .block())
                .isInstanceOf(ConnectionFailedException.class);
        impatient.close().block();
    }

    private static byte[] render(User user) {
        return user.name().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void backpressure() {
        stored("Ada", 36);
        stored("Alan", 41);

        // tag::backpressure
        Mono<Void> done = USERS.orderBy(ID)
                .lazy(500) // the next window when this one is taken
                .flatMap(user -> tell(user).then(user.touch()), 8) // eight at a time, of a pool of ten
                .then();
        // end::backpressure

        assertThat(value(done)).isNull();
        assertThat(told).containsExactlyInAnyOrder("Ada", "Alan");
    }

    private Mono<Void> tell(User user) {
        return Mono.delay(Duration.ofMillis(1)).then(Mono.fromRunnable(() -> told.add(user.name())));
    }
}
