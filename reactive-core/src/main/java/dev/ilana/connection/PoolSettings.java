package dev.ilana.connection;

import dev.ilana.error.InvalidConfigurationException;
import java.time.Duration;

/**
 * The size of a pool and its times, all finite.
 *
 * @param minSize connections that are opened at the first use, beside the one that it needs, and that a later use opens again
 *     where too few are left
 * @param maxSize connections at most
 * @param acquireTimeout how long a query waits for a free connection
 * @param connectTimeout how long a new connection may take
 * @param validationTimeout how long the check of a connection may take, before it is handed out
 * @param maxIdle how long a connection may lie unused before it is closed
 * @param maxLifetime how long a connection is used at all
 */
public record PoolSettings(
        int minSize,
        int maxSize,
        Duration acquireTimeout,
        Duration connectTimeout,
        Duration validationTimeout,
        Duration maxIdle,
        Duration maxLifetime) {

    /** Up to ten connections; ten seconds to acquire, five to connect or validate; ten minutes idle, half an hour in all. */
    public static final PoolSettings DEFAULT = new PoolSettings(
            0,
            10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    public PoolSettings {
        if (maxSize < 1) {
            throw new InvalidConfigurationException("a pool needs a max size of at least 1, not " + maxSize);
        }
        if (minSize < 0 || minSize > maxSize) {
            throw new InvalidConfigurationException(
                    "a pool's min size is from 0 to its max size of " + maxSize + ", not " + minSize);
        }
        positive("acquire timeout", acquireTimeout);
        positive("connect timeout", connectTimeout);
        positive("validation timeout", validationTimeout);
        positive("idle time", maxIdle);
        positive("lifetime", maxLifetime);
    }

    /** Say the max size first, where it is more than ten. */
    public PoolSettings withMinSize(int size) {
        return new PoolSettings(size, maxSize, acquireTimeout, connectTimeout, validationTimeout, maxIdle, maxLifetime);
    }

    public PoolSettings withMaxSize(int size) {
        return new PoolSettings(minSize, size, acquireTimeout, connectTimeout, validationTimeout, maxIdle, maxLifetime);
    }

    public PoolSettings withAcquireTimeout(Duration timeout) {
        return new PoolSettings(minSize, maxSize, timeout, connectTimeout, validationTimeout, maxIdle, maxLifetime);
    }

    public PoolSettings withConnectTimeout(Duration timeout) {
        return new PoolSettings(minSize, maxSize, acquireTimeout, timeout, validationTimeout, maxIdle, maxLifetime);
    }

    public PoolSettings withValidationTimeout(Duration timeout) {
        return new PoolSettings(minSize, maxSize, acquireTimeout, connectTimeout, timeout, maxIdle, maxLifetime);
    }

    public PoolSettings withMaxIdle(Duration time) {
        return new PoolSettings(minSize, maxSize, acquireTimeout, connectTimeout, validationTimeout, time, maxLifetime);
    }

    public PoolSettings withMaxLifetime(Duration time) {
        return new PoolSettings(minSize, maxSize, acquireTimeout, connectTimeout, validationTimeout, maxIdle, time);
    }

    /** For one connection that is to be kept: it does not age, and is waited for while another statement has it. */
    PoolSettings dedicated() {
        Duration kept = Duration.ofDays(365);
        return new PoolSettings(0, 1, Duration.ofMinutes(10), connectTimeout, validationTimeout, kept, kept);
    }

    private static void positive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new InvalidConfigurationException("a pool's " + what + " must be positive, not " + duration);
        }
    }
}
