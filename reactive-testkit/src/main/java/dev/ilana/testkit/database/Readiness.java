package dev.ilana.testkit.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a server answers: an open port is not enough, so it connects and logs in. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Readiness() {}

    static void await(String url, Duration patience, BooleanSupplier alive) throws ServerUnavailableException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (AdminConnection connection = AdminConnection.open(url, Duration.ofSeconds(5))) {
                connection.execute("SELECT 1");
                return;
            } catch (RuntimeException e) {
                if (!alive.getAsBoolean()) {
                    throw new ServerUnavailableException("the server ended while starting", e);
                }
                if (System.nanoTime() > deadline) {
                    throw new ServerUnavailableException(
                            "no answer within " + patience.toSeconds() + " s: " + e.getMessage(), e);
                }
            }
            pause();
        }
    }

    private static void pause() throws ServerUnavailableException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailableException("interrupted while waiting for it", e);
        }
    }
}
