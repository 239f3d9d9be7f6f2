package dev.ilana.connection;

import dev.ilana.error.DeadlockException;
import dev.ilana.error.SerializationFailureException;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/** When work that failed is worth doing again: only whole transactions that the database says it rolled back. */
final class Retries {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(10);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(1);
    private static final double JITTER = 0.5;

    private Retries() {}

    /** Tries again up to {@code retries} times what is a whole transaction, wherever it stands. */
    static Retry whole(int retries) {
        return backoff(retries);
    }

    /** The same, waiting by that clock. */
    static Retry whole(int retries, Scheduler clock) {
        return backoff(retries).scheduler(clock);
    }

    private static RetryBackoffSpec backoff(int retries) {
        return Retry.backoff(retries, FIRST_BACKOFF)
                .maxBackoff(MAX_BACKOFF)
                .jitter(JITTER)
                .filter(error -> error instanceof DeadlockException || error instanceof SerializationFailureException)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    /** The same for what may be a part of one; never inside a transaction, as its outermost one is already lost. */
    static Retry deadlocks(int retries) {
        Retry backoff = whole(retries);
        return Retry.from(failures -> Flux.deferContextual(context -> ChainContext.hasTransaction(context)
                ? failures.concatMap(signal -> Mono.error(signal.failure()))
                : backoff.generateCompanion(failures)));
    }
}
