package dev.ilana.connection.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class WorkerThreadTest {

    private final WorkerThread worker = WorkerThread.create();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void stop() {
        over.countDown();
        worker.stop();
    }

    /** Someone is in the middle of the queue, as the thread itself is when it takes from it, but for long. */
    @Test
    void itsCallersNeverWaitForALockOfItsQueue() throws InterruptedException {
        BlockingQueue<Runnable> queue = ((ThreadPoolExecutor) worker.executor()).getQueue();
        give(this::waitUntilOver);
        give(() -> {});
        CountDownLatch inside = new CountDownLatch(1);
        new Thread(() -> queue.remove(new Seen(inside))).start();
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();

        CountDownLatch given = new CountDownLatch(1);
        new Thread(() -> {
                    give(() -> {});
                    given.countDown();
                })
                .start();
        assertThat(given.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private void give(Runnable work) {
        var unused = worker.mono(() -> Mono.fromRunnable(work)).subscribe();
    }

    private void waitUntilOver() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Is compared with what is in the queue, and takes its time. */
    private final class Seen implements Runnable {

        private final CountDownLatch inside;

        Seen(CountDownLatch inside) {
            this.inside = inside;
        }

        @Override
        public void run() {}

        @Override
        public boolean equals(Object other) {
            inside.countDown();
            waitUntilOver();
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
