package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationEvent.Started;
import dev.ilana.schema.migrate.session.WatchedConnectionFactory;
import dev.ilana.sql.Sql;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One migration run one way, on a connection of its own: what it sets there is nobody else's.
 *
 * <p>Where the database takes back definitions with their transaction, the history is written in the migration's own.
 * Elsewhere it is written through another connection, before each statement, so that what a run leaves behind is known
 * however it ends.
 *
 * @param batch the run that it belongs to, where it is applied
 * @param checksum of its SQL, where it is applied; null where it has none
 */
record MigrationRun(
        Session session,
        MigrationName name,
        Migration migration,
        Direction direction,
        int batch,
        @Nullable String checksum) {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(10);

    Flux<MigrationEvent> events() {
        return Flux.concat(
                        Mono.just(new Started(name, direction)),
                        Flux.defer(this::attempt)
                                .retryWhen(Retry.backoff(session.settings().retries(), FIRST_BACKOFF)
                                        .maxBackoff(MAX_BACKOFF)
                                        .filter(NothingDone.class::isInstance)
                                        .onRetryExhaustedThrow((spec, signal) -> signal.failure())))
                .onErrorMap(error -> error instanceof NothingDone nothing ? nothing.cause() : error)
                .onErrorMap(error -> new MigrationFailedException(name, direction, error));
    }

    /** A failure by someone else's doing that left nothing behind: worth another try. */
    private static final class NothingDone extends RuntimeException {

        private NothingDone(Throwable cause) {
            super(cause);
        }

        private Throwable cause() {
            Throwable cause = getCause();
            return cause == null ? this : cause;
        }
    }

    private boolean isAtomic() {
        return migration.withinTransaction() && session.control().dialect().supports(Capability.TRANSACTIONAL_DDL);
    }

    private Flux<MigrationEvent> attempt() {
        StatementLog log = new StatementLog(
                name,
                direction,
                (number, sql) -> isAtomic() ? Mono.empty() : session.history().sending(name, number, sql));
        Flux<MigrationEvent> run = session.database()
                .onDedicatedConnection(
                        factory -> new WatchedConnectionFactory(factory, log),
                        own -> session.impatient(own).then(timed(isAtomic() ? atomic(own, log) : stepwise(own, log))))
                .doOnTerminate(log::end);
        return Flux.mergeDelayError(2, log.events(), run);
    }

    private Mono<MigrationEvent> timed(Mono<Void> run) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return run.then(Mono.fromSupplier(
                    () -> new Finished(name, direction, Duration.ofNanos(System.nanoTime() - start))));
        });
    }

    /** The migration's own statements. Queries in it mean the database being migrated, not the default one. */
    private Mono<Void> work(Database own, StatementLog log) {
        return Mono.defer(() -> {
                    log.listen();
                    return Flux.from(direction.of(migration, Schema.on(own))).then();
                })
                .contextWrite(own.use())
                .doOnSuccess(done -> log.stopListening());
    }

    private Mono<Void> atomic(Database own, StatementLog log) {
        History history = session.history().on(own);
        Mono<Void> record = direction == Direction.UP
                ? history.add(name, batch, EntryState.APPLIED, checksum)
                : history.remove(name);
        // The migration may have changed where names are found.
        Mono<Long> home = own.executor()
                .update(Sql.of(SessionGrammar.of(own.dialect()).useSchemaInTransaction(session.schema())));
        return own.transaction(() -> work(own, log).then(home).then(record).contextWrite(own.use()))
                .onErrorMap(MigrationRun::isOthersDoing, NothingDone::new);
    }

    private Mono<Void> stepwise(Database own, StatementLog log) {
        History history = session.history();
        boolean transaction = migration.withinTransaction();
        Mono<Void> begin = direction == Direction.UP
                ? history.add(name, batch, EntryState.APPLYING, checksum)
                : history.begin(name, EntryState.ROLLING_BACK);
        Mono<Void> end = direction == Direction.UP ? history.applied(name, checksum) : history.remove(name);
        Mono<Void> work = transaction ? own.transaction(() -> work(own, log)) : work(own, log);
        return begin.then(work.onErrorResume(error -> failed(error, log, transaction)))
                .then(end);
    }

    private Mono<Void> failed(Throwable error, StatementLog log, boolean transaction) {
        if (!log.leftNothing(error, transaction)) {
            return session.history().state(name, EntryState.failed(direction)).then(Mono.error(error));
        }
        Mono<Void> asBefore = direction == Direction.UP
                ? session.history().remove(name)
                : session.history().state(name, EntryState.APPLIED);
        return asBefore.then(Mono.error(isOthersDoing(error) ? new NothingDone(error) : error));
    }

    private static boolean isOthersDoing(Throwable error) {
        return error instanceof LockTimeoutException || error instanceof DeadlockException;
    }
}
