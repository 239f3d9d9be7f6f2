package dev.ilana.schema.migrate.lock;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.sql.Names;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** The lock of one history's migrators, on a connection that is the holder's own. */
public final class MigrationLock {

    private final Database database;
    private final String table;
    private final LockSettings settings;

    /**
     * The lock of the migrators whose history is in that table.
     *
     * @param dedicated a database of one connection, whose death is the end of the lock
     */
    public MigrationLock(Database dedicated, String table, LockSettings settings) {
        this.database = dedicated;
        this.table = Names.check(table);
        this.settings = settings;
    }

    /** The table of a lease, beside that of the history. */
    public static String leaseTable(String table) {
        return table + "_lock";
    }

    /**
     * The work, while the lock is held.
     *
     * <p>Fails with a {@link MigrationLockTimeoutException} when another has it for too long, and with a {@link
     * MigrationLockLostException}, the work cancelled, when it is lost on the way.
     *
     * @param whenWaiting what to give once, when the lock is another's and has to be waited for
     * @param work is told the tables by which the lock is held; none where a session holds it
     */
    public <T> Flux<T> holding(
            Function<LockHolder, ? extends T> whenWaiting,
            Function<Set<String>, ? extends Publisher<? extends T>> work) {
        return holding(whenWaiting, work, LockMethod::release);
    }

    /** {@link #holding}, for work that leaves nothing behind: the table of a lease goes too when it has succeeded. */
    public <T> Flux<T> holdingLast(
            Function<LockHolder, ? extends T> whenWaiting,
            Function<Set<String>, ? extends Publisher<? extends T>> work) {
        return holding(whenWaiting, work, LockMethod::dissolve);
    }

    /** The tables by which the lock is held; none where a session holds it. */
    public Mono<Set<String>> tables() {
        return method().map(this::tables);
    }

    private Set<String> tables(LockMethod method) {
        return method instanceof LeaseLock ? Set.of(leaseTable(table)) : Set.of();
    }

    private <T> Flux<T> holding(
            Function<LockHolder, ? extends T> whenWaiting,
            Function<Set<String>, ? extends Publisher<? extends T>> work,
            Function<LockMethod, Mono<Void>> atTheEnd) {
        // Where the session is gone, so is its lock; and what the work came to is not to be hidden.
        return method().flatMapMany(method -> database.holding(
                Flux.<T>concat(
                        acquired(method, whenWaiting),
                        whileBeating(
                                Flux.<T>from(work.apply(tables(method)))
                                        .onErrorResume(error -> explained(method, error)),
                                beats(method))),
                atTheEnd.apply(method).onErrorComplete(),
                method.release()));
    }

    /** Who holds the lock; empty when nobody does. */
    public Mono<LockHolder> holder() {
        return method().flatMap(LockMethod::holder);
    }

    /** Takes the lock from whoever holds it, ending its session where it is a session's; empty when nobody does. */
    public Mono<LockHolder> takeAway() {
        return method().flatMap(LockMethod::takeAway);
    }

    private <T> Flux<T> acquired(LockMethod method, Function<LockHolder, ? extends T> whenWaiting) {
        return Flux.defer(() -> {
            // From the first refusal on: to connect may take longer than anybody wants to wait.
            AtomicReference<@Nullable Long> refusedAt = new AtomicReference<>();
            return Mono.defer(method::tryAcquire)
                    .repeatWhen(tried -> tried.delayElements(settings.poll()))
                    .takeUntil(held -> held)
                    .filter(held -> !held)
                    .concatMap(refused -> waiting(method, refusedAt, whenWaiting));
        });
    }

    private <T> Mono<T> waiting(
            LockMethod method,
            AtomicReference<@Nullable Long> refusedAt,
            Function<LockHolder, ? extends T> whenWaiting) {
        Mono<LockHolder> holder = method.holder().defaultIfEmpty(LockHolder.UNKNOWN);
        boolean first = refusedAt.compareAndSet(null, System.nanoTime());
        Long since = refusedAt.get();
        if (since != null && System.nanoTime() - since >= settings.timeout().toNanos()) {
            return holder.flatMap(other -> Mono.error(new MigrationLockTimeoutException(settings.timeout(), other)));
        }
        return first ? holder.map(whenWaiting) : Mono.empty();
    }

    /** The work until a beat fails, which cancels it: {@code takeUntilOther} would pass the error on and let it run. */
    private static <T> Flux<T> whileBeating(Flux<T> work, Flux<Void> beats) {
        Flux<Signal<T>> lost = beats.cast(Object.class).map(never -> Signal.complete());
        return Flux.merge(work.materialize(), lost)
                .takeUntil(signal -> !signal.isOnNext())
                .dematerialize();
    }

    /** What fails because the lock's connection is gone is the loss of the lock, whoever came upon it first. */
    private static <T> Mono<T> explained(LockMethod method, Throwable error) {
        return beat(method).doOnError(lost -> lost.addSuppressed(error)).then(Mono.error(error));
    }

    /** Never completes; fails when the lock is lost. */
    private Flux<Void> beats(LockMethod method) {
        return Flux.interval(settings.beat()).onBackpressureDrop().concatMap(unused -> beat(method), 1);
    }

    private static Mono<Void> beat(LockMethod method) {
        return method.beat()
                .onErrorMap(error -> !(error instanceof MigrationLockLostException), MigrationLockLostException::new);
    }

    private Mono<LockMethod> method() {
        return Mono.defer(() -> {
            LockMethod lease = new LeaseLock(database, leaseTable(table), settings.lease(), process());
            boolean none = !database.dialect().supports(Capability.SESSION_LOCK);
            return switch (settings.kind()) {
                case LEASE -> Mono.just(lease);
                case SESSION -> Mono.just(session());
                case AUTO -> none ? Mono.just(lease) : session().isReal().map(real -> real ? session() : lease);
            };
        });
    }

    private SessionLock session() {
        database.dialect().require(Capability.SESSION_LOCK, "use LockKind.LEASE");
        return new SessionLock(database, SessionLockSql.of(database.dialect(), table), process());
    }

    /** Read from the environment: to ask for a host's name may block. */
    private static String process() {
        String host = System.getenv("HOSTNAME");
        String pid = "ilana, process " + ProcessHandle.current().pid();
        return host == null ? pid : pid + " on " + host;
    }
}
