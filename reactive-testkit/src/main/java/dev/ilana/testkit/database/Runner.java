package dev.ilana.testkit.database;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.QueryListener;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs chains on a test's database and waits for them. Everything is subscribed on a thread that must not block, as in a
 * real service, so that BlockHound sees what would.
 */
public final class Runner implements AutoCloseable {

    /** How many connections its pool has at most. */
    public static final int CONNECTIONS = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestDatabase test;
    private final Database database;
    private final Queue<QueryListener.Query> statements;
    private final IntSupplier acquired;
    private final Runnable end;

    /**
     * @param acquired how many connections are in use
     * @param end what is done when it is closed
     */
    Runner(
            TestDatabase test,
            Database database,
            Queue<QueryListener.Query> statements,
            IntSupplier acquired,
            Runnable end) {
        this.test = test;
        this.database = database;
        this.statements = statements;
        this.acquired = acquired;
        this.end = end;
    }

    /** A runner on that database, with a pool of eight. */
    public static Runner on(TestDatabase test) {
        Queue<QueryListener.Query> statements = new ConcurrentLinkedQueue<>();
        Database database = Database.builder(test.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(CONNECTIONS))
                .withListener(statements::add)
                .withListener(Recording.LISTENER)
                .build();
        return new Runner(test, database, statements, database::acquiredConnections, () -> {
            database.close().block(PATIENCE);
            test.close();
        });
    }

    public Database database() {
        return database;
    }

    /** Where the database is, credentials included. */
    public String url() {
        return test.url();
    }

    TestDatabase place() {
        return test;
    }

    /** The test with a database that is closed after it, all of whose connections must be back by then. */
    public void with(Database opened, Consumer<Database> test) {
        try {
            test.accept(opened);
            assertNone(opened::acquiredConnections);
        } finally {
            value(opened.close());
        }
    }

    /** Another database of the same kind, empty; it is closed by who asks for it. */
    public TestDatabase another() {
        return TestServers.require(test.kind()).createDatabase("another");
    }

    /** The value; null when the chain is empty. */
    @CanIgnoreReturnValue
    public <T> @Nullable T value(Mono<T> mono) {
        return value(mono, PATIENCE);
    }

    private <T> @Nullable T value(Mono<T> mono, Duration patience) {
        return Awaited.value(mono.contextWrite(database.use()).subscribeOn(Schedulers.parallel()), patience);
    }

    /**
     * The value.
     *
     * @throws AssertionError when the chain is empty
     */
    @CanIgnoreReturnValue
    public <T> T get(Mono<T> mono) {
        return get(mono, PATIENCE);
    }

    /**
     * The value, where it may take so long.
     *
     * @throws AssertionError when the chain is empty
     */
    @CanIgnoreReturnValue
    public <T> T get(Mono<T> mono, Duration patience) {
        T value = value(mono, patience);
        if (value == null) {
            throw new AssertionError("the chain is empty");
        }
        return value;
    }

    /** All values. */
    @CanIgnoreReturnValue
    public <T> List<T> list(Flux<T> flux) {
        return get(flux.collectList());
    }

    /**
     * The error that the chain ends with.
     *
     * @throws AssertionError when it ends well
     */
    @CanIgnoreReturnValue
    public Throwable error(Mono<?> mono) {
        return get(mono.flatMap(value -> Mono.<Throwable>error(new AssertionError("no error but " + value)))
                .switchIfEmpty(Mono.error(() -> new AssertionError("no error")))
                .onErrorResume(Mono::just));
    }

    /** The statements sent since the test began, or since {@link #forgetStatements()}. */
    public List<String> statements() {
        return statements.stream().map(QueryListener.Query::sql).toList();
    }

    public void forgetStatements() {
        statements.clear();
    }

    /**
     * Nothing, when every connection came back within five seconds.
     *
     * @throws AssertionError when one did not
     */
    public void assertNothingAcquired() {
        assertNone(acquired);
    }

    private static void assertNone(IntSupplier acquired) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (acquired.getAsInt() != 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(acquired.getAsInt() + " connections did not come back to the pool");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
