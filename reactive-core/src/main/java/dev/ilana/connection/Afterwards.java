package dev.ilana.connection;

import dev.ilana.error.AfterCommitException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is to follow a transaction, in the order it was asked for. */
final class Afterwards {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    private final List<Callback> callbacks = new ArrayList<>();

    /** Work for when the outcome is that what was done is kept, or that it is taken back. */
    private record Callback(Outcome outcome, boolean kept, Supplier<? extends Publisher<?>> work) {

        boolean isDue() {
            return kept ? outcome.isKept() : outcome.isTakenBack();
        }
    }

    synchronized void add(Outcome outcome, boolean kept, Supplier<? extends Publisher<?>> work) {
        callbacks.add(new Callback(outcome, kept, work));
    }

    /** Whether nothing is to follow. */
    synchronized boolean isEmpty() {
        return callbacks.isEmpty();
    }

    private synchronized List<Callback> due() {
        List<Callback> due = callbacks.stream().filter(Callback::isDue).toList();
        callbacks.clear();
        return due;
    }

    /** Runs what is due after a COMMIT; an error of it is an {@link AfterCommitException}. */
    Mono<Void> committed() {
        return Mono.defer(() -> run(due())).onErrorMap(AfterCommitException::new);
    }

    /** Runs what is due after a ROLLBACK. Who waits has an error already: one from here is logged and ends nothing. */
    Mono<Void> rolledBack() {
        return Mono.defer(() -> run(due())).onErrorResume(error -> {
            LOG.warn("what was to follow a rollback failed", error);
            return Mono.empty();
        });
    }

    private static Mono<Void> run(List<Callback> due) {
        return due.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(due)
                        .concatMap(callback -> Flux.<Object>defer(
                                        () -> Flux.from(callback.work().get()))
                                .then())
                        .then();
    }
}
