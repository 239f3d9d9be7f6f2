package dev.ilana.connection;

import dev.ilana.connection.worker.WorkerConnectionFactory;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Kill;
import dev.ilana.error.ConnectionFailedException;
import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.IlanaException;
import dev.ilana.error.PoolTimeoutException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import reactor.util.retry.Retry;

/** Where connections come from and go back to. */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** Each of them takes about a kilobyte until a connection comes for him. */
    private static final int MOST_GIVEN_UP = 10_000;

    /** What the pool calls the making of a connection, in the message of the time that ran out over it. */
    private static final Pattern CONNECTING = Pattern.compile("within (\\d+)ms in 'Connection Allocation'");

    private final ConnectionFactory factory;
    /** What opens a connection outside of the pool. */
    private final ConnectionFactory driver;

    private final PoolSettings settings;
    private final @Nullable ConnectionPool pool;
    private final boolean owned;
    private final boolean isDedicated;
    private final String where;
    private final @Nullable Starvation starvation;
    private final Abandoned abandoned;
    /** Ends a wait that is too long; of a user's own factory that is the factory's to do. */
    private final @Nullable Patience patience;
    /** How many wait in the pool for who has let go or has waited too long. */
    private final AtomicInteger givenUp = new AtomicInteger();

    private Connections(
            ConnectionFactory factory,
            ConnectionFactory driver,
            PoolSettings settings,
            @Nullable ConnectionPool pool,
            boolean owned,
            boolean isDedicated,
            String where,
            Abandoned abandoned) {
        this.factory = factory;
        this.driver = driver;
        this.settings = settings;
        this.pool = pool;
        this.owned = owned;
        this.isDedicated = isDedicated;
        this.where = where;
        int size = pool == null
                ? 0
                : pool.getMetrics().map(PoolMetrics::getMaxAllocatedSize).orElse(settings.maxSize());
        this.starvation = pool == null ? null : new Starvation(size, where);
        this.abandoned = abandoned;
        this.patience = owned ? new Patience(settings.acquireTimeout(), this::tooLate) : null;
    }

    /** A pool of our own over the driver's connections. */
    static Connections pooled(ConnectionFactory driver, Dialect dialect, PoolSettings settings, String where) {
        ConnectionFactory checked = new CheckedConnectionFactory(offloaded(driver, dialect), dialect);
        Kill kill = dialect.kill();
        if (kill == null) {
            return pooled(checked, settings, false, where, new Abandoned(new DriverCancel(dialect)));
        }
        KillingConnectionFactory killing = new KillingConnectionFactory(checked, kill);
        return pooled(killing, settings, false, where, new Abandoned(killing));
    }

    private static Connections pooled(
            ConnectionFactory checked, PoolSettings settings, boolean isDedicated, String where, Abandoned abandoned) {
        ConnectionPool pool = new ConnectionPool(
                ConnectionPoolConfiguration.builder(new ProvenConnectionFactory(checked, settings.validationTimeout()))
                        .initialSize(settings.minSize())
                        .maxSize(settings.maxSize())
                        .maxCreateConnectionTime(settings.connectTimeout())
                        .maxIdleTime(settings.maxIdle())
                        .maxLifeTime(settings.maxLifetime())
                        // Trying again is ours to decide, in acquire().
                        .acquireRetry(0)
                        // A local check has handed out dead connections; asking the server has not. One that has just
                        // proven itself is not asked.
                        .validationDepth(ValidationDepth.REMOTE)
                        // Its own limits of the wait and of the check take a timer each for every loan.
                        .build());
        return new Connections(pool, checked, settings, pool, true, isDedicated, where, abandoned);
    }

    /** The user's own factory, pooled or not, taken as it is. */
    static Connections of(ConnectionFactory factory, Dialect dialect) {
        ConnectionFactory used = offloaded(factory, dialect);
        ConnectionPool pool = factory instanceof ConnectionPool given ? given : null;
        ConnectionFactory driver = pool == null ? used : offloaded(pool.unwrap(), dialect);
        return new Connections(
                used,
                driver,
                PoolSettings.DEFAULT,
                pool,
                false,
                false,
                dialect.name(),
                new Abandoned(new DriverCancel(dialect)));
    }

    /** One connection outside of this pool, in a pool of one, which never opens a second. */
    Connections dedicated(UnaryOperator<ConnectionFactory> around) {
        ConnectionFactory single = new SingleConnectionFactory(around.apply(driver), where);
        return pooled(single, settings.dedicated(), true, where, abandoned);
    }

    private static ConnectionFactory offloaded(ConnectionFactory driver, Dialect dialect) {
        return dialect.blocksSubscriber() ? new WorkerConnectionFactory(driver) : driver;
    }

    /**
     * A connection that is asked for when the lease is used.
     *
     * @param context of the chain: who holds a connection already and waits where none can come is refused
     * @throws dev.ilana.error.PoolStarvedException that refusal
     */
    <T> Lease<T> lease(ContextView context, Function<Connection, ? extends Mono<T>> use) {
        Held held = heldIn(context);
        Runnable waited = held == null || starvation == null ? () -> {} : starvation.waiting(held);
        return new Lease<>(asked(), this::otherwise, patience, waited, givenUp, use);
    }

    /** What the transactions around a chain hold of these connections; null when there are none. */
    @Nullable Held heldIn(ContextView context) {
        return context.getOrDefault(this, null);
    }

    Context holding(Held held, Context context) {
        return context.put(this, held);
    }

    private Mono<Connection> asked() {
        return givenUp.get() < MOST_GIVEN_UP
                ? Mono.from(factory.create())
                : Mono.error(new R2dbcTimeoutException(MOST_GIVEN_UP + " who have given up wait before"));
    }

    /**
     * Pooled connections may have died unused, all of them where the server was away: then the next one, or a new one, will
     * do. A wait is not repeated.
     */
    private Mono<Connection> otherwise(Throwable error) {
        Mono<Connection> again = owned && !isTimeout(error) ? asked().retryWhen(onceForEachIdle()) : Mono.error(error);
        return again.onErrorMap(this::translated);
    }

    private Throwable tooLate() {
        return translated(new R2dbcTimeoutException(
                "a connection did not come within " + settings.acquireTimeout().toMillis() + " ms"));
    }

    private Retry onceForEachIdle() {
        int idle =
                pool == null ? 0 : pool.getMetrics().map(PoolMetrics::idleSize).orElse(0);
        return Retry.max(idle)
                .filter(error -> !isTimeout(error))
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    /**
     * The work on a connection of its own. A cancel lets go of the work, but the connection goes back only when the work
     * has ended, by itself or stopped: a statement that is on its way must not meet the next borrower.
     *
     * @param context of the chain that subscribes to it, once
     * @throws dev.ilana.error.PoolStarvedException as {@link #lease} does
     */
    <T> Mono<T> use(ContextView context, Function<Connection, Mono<T>> work) {
        return use(context, work, this::giveBackWell, this::giveBack);
    }

    /** The same with work that leaves its session other than it was: the next one gets another connection. */
    <T> Mono<T> useUp(ContextView context, Function<Connection, Mono<T>> work) {
        return use(context, work, this::retire, this::retire);
    }

    private <T> Mono<T> use(
            ContextView context,
            Function<Connection, Mono<T>> work,
            Function<Connection, Mono<Void>> whenDone,
            Function<Connection, Mono<Void>> release) {
        return Mono.usingWhen(
                Mono.just(lease(context, work)),
                Lease::use,
                lease -> lease.ended(whenDone),
                (lease, error) -> lease.ended(release),
                lease -> lease.givenUp(
                        connection -> abandoned(connection, lease.use()).then(release.apply(connection))));
    }

    /** Completes when what runs on the connection has ended, by itself in a moment or because the server has been asked to stop it. */
    Mono<Void> abandoned(Connection connection, Mono<?> running) {
        return abandoned.end(connection, running.onErrorComplete().then());
    }

    /** How many connections are in use now; 0 where the pool is not known. */
    int acquired() {
        return pool == null
                ? 0
                : pool.getMetrics().map(PoolMetrics::acquiredSize).orElse(0);
    }

    /** How the pool stands; null where it is not known. */
    Health.@Nullable Pool health() {
        return pool == null
                ? null
                : pool.getMetrics()
                        .map(metrics -> new Health.Pool(
                                metrics.acquiredSize(),
                                metrics.idleSize(),
                                Math.max(0, metrics.pendingAcquireSize() - givenUp.get()),
                                metrics.getMaxAllocatedSize()))
                        .orElse(null);
    }

    /** Gives the connection back. What has been done stays done, so a failure here is nobody's error but a log's. */
    static Mono<Void> release(Connection connection) {
        return Mono.from(connection.close()).onErrorResume(error -> {
            LOG.warn(
                    "a connection could not be given back: {}", error.getClass().getName());
            return Mono.empty();
        });
    }

    /** Gives the connection back; one on which a transaction was left open, as by a procedure, for good. */
    Mono<Void> giveBack(Connection connection) {
        return owned && !connection.isAutoCommit() ? retire(connection) : release(connection);
    }

    /** The same after work that went well: whoever gets it next need not ask whether it lives. */
    Mono<Void> giveBackWell(Connection connection) {
        ProvenConnection.prove(connection);
        return giveBack(connection);
    }

    /** Gives the connection back so that nobody gets it again; where there is one only, and it is kept, it stays as it is. */
    Mono<Void> retire(Connection connection) {
        return isDedicated ? release(connection) : discard(connection).then(release(connection));
    }

    /** Closes the connection itself, so that its pool finds it dead and drops it. */
    static Mono<Void> discard(Connection connection) {
        Object unwrapped = connection instanceof Wrapped<?> wrapped ? wrapped.unwrap() : connection;
        return unwrapped instanceof Connection driver && driver != connection
                ? Mono.from(driver.close()).onErrorComplete()
                : Mono.empty();
    }

    String where() {
        return where;
    }

    /** Closes the pool where it is our own. */
    Mono<Void> close() {
        return pool == null || !owned ? Mono.empty() : pool.disposeLater();
    }

    private static boolean isTimeout(Throwable error) {
        return error instanceof TimeoutException || error instanceof R2dbcTimeoutException;
    }

    private Throwable translated(Throwable error) {
        if (error instanceof IlanaException) {
            return error;
        }
        boolean full = pool != null
                && pool.getMetrics()
                        // One that has just come back is on its way to the next.
                        .filter(m -> m.acquiredSize() + m.idleSize() >= m.getMaxAllocatedSize())
                        .isPresent();
        String state = error instanceof R2dbcException r2dbc ? r2dbc.getSqlState() : null;
        int code = error instanceof R2dbcException r2dbc ? r2dbc.getErrorCode() : 0;
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        Failure failure =
                new Failure(null, state, code, "to " + where + ": " + words(error, root) + held(full), null, error);
        return full && error instanceof R2dbcTimeoutException
                ? new PoolTimeoutException(failure)
                : new ConnectionFailedException(failure);
    }

    /** What a full pool has to do with transactions that want a second connection. */
    private String held(boolean full) {
        int stuck = starvation == null ? 0 : starvation.stuck();
        return !full || stuck == 0
                ? ""
                : "; " + stuck + " of the pool's connections are held by transactions that wait for one more within, as"
                        + " REQUIRES_NEW does";
    }

    private static String words(Throwable error, Throwable root) {
        if (root instanceof UnknownHostException) {
            return "there is no host " + root.getMessage();
        }
        Matcher connecting = CONNECTING.matcher(String.valueOf(root.getMessage()));
        if (root instanceof TimeoutException && connecting.find()) {
            return "no answer within " + connecting.group(1) + " ms";
        }
        return isTimeout(error) || root.getMessage() == null ? String.valueOf(error.getMessage()) : root.getMessage();
    }
}
