package dev.ilana.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/**
 * One who listens, kept from breaking what it listens to: what it throws goes no further. It is logged, the first time and
 * then once a minute, as a listener that fails may fail at each statement.
 */
final class Harmless<L> {

    private static final Logger LOG = LoggerFactory.getLogger(Harmless.class);
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final L listener;
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    Harmless(L listener) {
        this.listener = listener;
    }

    L listener() {
        return listener;
    }

    /** What it answers; null when it failed. */
    <R> @Nullable R ask(Function<? super L, R> question) {
        try {
            return question.apply(listener);
        } catch (Throwable error) {
            failed(error);
            return null;
        }
    }

    /** Runs what is its doing. */
    void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable error) {
            failed(error);
        }
    }

    private void failed(Throwable error) {
        Exceptions.throwIfJvmFatal(error);
        long now = System.nanoTime();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + PAUSE)) {
            LOG.warn(
                    "{} failed, which changes nothing of what it was told of: {}",
                    listener.getClass().getName(),
                    Unquoted.of(error));
        }
    }
}
