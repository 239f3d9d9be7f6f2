package dev.ilana.connection.worker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The one thread that a blocking driver's connection is used on. */
record WorkerThread(ExecutorService executor, Scheduler scheduler) {

    private static final AtomicInteger THREADS = new AtomicInteger();

    static WorkerThread create() {
        // An executor, not one of Reactor's own workers: those interrupt on cancel, which closes H2's files. Its queue
        // takes work without a lock: a caller that may not block, and waited for one, has lost its signal under load.
        ExecutorService executor =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedTransferQueue<>(), WorkerThread::named);
        return new WorkerThread(executor, Schedulers.fromExecutor(executor));
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "ilana-worker-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** The publisher, made, subscribed and requested on this thread. */
    <T> Mono<T> mono(Supplier<? extends Publisher<? extends T>> publisher) {
        return Mono.<T>defer(() -> Mono.from(publisher.get())).subscribeOn(scheduler);
    }

    /** The publisher, made, subscribed and requested on this thread. */
    <T> Flux<T> flux(Supplier<? extends Publisher<? extends T>> publisher) {
        return Flux.<T>defer(() -> Flux.from(publisher.get())).subscribeOn(scheduler, true);
    }

    boolean isStopped() {
        return executor.isShutdown();
    }

    void stop() {
        executor.shutdown();
    }
}
