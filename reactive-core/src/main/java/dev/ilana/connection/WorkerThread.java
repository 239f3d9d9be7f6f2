package dev.ilana.connection;

import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The one thread that a blocking driver's connection is used on. */
record WorkerThread(ExecutorService executor, Scheduler scheduler) {

    /** The publisher, made, subscribed and requested on this thread. */
    <T> Mono<T> mono(Supplier<? extends Publisher<? extends T>> publisher) {
        return Mono.<T>defer(() -> Mono.from(publisher.get())).subscribeOn(scheduler);
    }

    /** The publisher, made, subscribed and requested on this thread. */
    <T> Flux<T> flux(Supplier<? extends Publisher<? extends T>> publisher) {
        return Flux.<T>defer(() -> Flux.from(publisher.get())).subscribeOn(scheduler, true);
    }

    void stop() {
        executor.shutdown();
    }
}
