package dev.ilana.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a database does.
 *
 * @param up whether it gave a connection and answered on it in time
 * @param product what it calls itself, with its version; null when it is not up
 * @param latency from the question to the answer, the wait for a connection included; when it is not up, to the end of
 *     the wait
 * @param pool its connections; null where the pool is not this library's to know
 * @param error why it is not up, without values, users and passwords; null when it is
 */
public record Health(
        boolean up,
        @Nullable String product,
        Duration latency,
        @Nullable Pool pool,
        @Nullable String error) {

    /**
     * The connections of a pool.
     *
     * @param acquired in use
     * @param idle ready to be used
     * @param pending how many wait for one
     * @param max how many there may be
     */
    public record Pool(int acquired, int idle, int pending, int max) {}
}
