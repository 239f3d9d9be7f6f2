package dev.ilana.testkit.assertion;

import dev.ilana.error.InvalidUsageException;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs work on a thread that must not block, where BlockHound sees it. */
final class NonBlocking {

    /** What BlockHound fails with; it need not be on the class path. */
    private static final String BLOCKED = "reactor.blockhound.BlockingOperationError";

    private NonBlocking() {}

    static Mono<Void> run(Publisher<?> work) {
        return requireBlockHound()
                .thenMany(Flux.from(work).subscribeOn(Schedulers.parallel()))
                .onErrorMap(
                        NonBlocking::isBlocked,
                        error -> new AssertionError("the work blocks: " + error.getMessage(), error))
                .then();
    }

    private static Mono<Void> requireBlockHound() {
        return Mono.fromRunnable(NonBlocking::sleep)
                .subscribeOn(Schedulers.parallel())
                .then(Mono.<Void>error(() -> new InvalidUsageException("nobody would see what blocks: put"
                        + " io.projectreactor.tools:blockhound on the class path of the tests, and say"
                        + " BlockHound.install()")))
                .onErrorResume(NonBlocking::isBlocked, seen -> Mono.empty());
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isBlocked(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().equals(BLOCKED)) {
                return true;
            }
        }
        return false;
    }
}
