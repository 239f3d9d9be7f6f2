package dev.ilana.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Waits for work, and cancels it when the process is told to end, so that its transaction is rolled back. */
public final class Interruptible {

    private static final long PATIENCE_MS = 2_000;
    /** A cancel does not wait for what it undoes: a ROLLBACK and the release of a lock, each a round trip. */
    private static final long UNDOING_MS = 300;

    private Interruptible() {}

    /**
     * What the work gives.
     *
     * @throws CancelledException when the process was told to end
     */
    public static <T> T await(Mono<T> work) {
        Sinks.Empty<Void> stop = Sinks.empty();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(stop, ended), "ilana-r-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            T result = work.takeUntilOther(stop.asMono()).block();
            if (result == null) {
                pause();
                throw new CancelledException("cancelled");
            }
            return result;
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void stop(Sinks.Empty<Void> stop, CountDownLatch ended) {
        var unused = stop.tryEmitEmpty();
        try {
            boolean inTime = ended.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
            assert inTime || ended.getCount() > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(UNDOING_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            boolean known = Runtime.getRuntime().removeShutdownHook(hook);
            assert known;
        } catch (IllegalStateException e) {
            // The process ends already, by this very hook.
        }
    }
}
