package dev.ilana.schema.migrate.lock;

import dev.ilana.error.InvalidConfigurationException;
import java.time.Duration;

/**
 * How the lock is taken.
 *
 * @param timeout how long to wait for another migrator; zero to try once
 * @param poll how often to try
 * @param lease how long a leased row must show no heartbeat before another may take it
 */
public record LockSettings(LockKind kind, Duration timeout, Duration poll, Duration lease) {

    private static final int BEATS_PER_LEASE = 5;

    /** By the database's means; waits a minute, tries four times a second, and takes a lease over after 15 seconds. */
    public static final LockSettings DEFAULT =
            new LockSettings(LockKind.AUTO, Duration.ofMinutes(1), Duration.ofMillis(250), Duration.ofSeconds(15));

    public LockSettings {
        if (timeout.isNegative()) {
            throw new InvalidConfigurationException("the lock's timeout must not be negative, and is " + timeout);
        }
        if (poll.isNegative() || poll.isZero() || lease.compareTo(Duration.ofMillis(BEATS_PER_LEASE)) < 0) {
            throw new InvalidConfigurationException(
                    "the lock's poll and lease must be positive, and are " + poll + " and " + lease);
        }
    }

    public LockSettings withKind(LockKind newKind) {
        return new LockSettings(newKind, timeout, poll, lease);
    }

    public LockSettings withTimeout(Duration newTimeout) {
        return new LockSettings(kind, newTimeout, poll, lease);
    }

    public LockSettings withLease(Duration newLease) {
        return new LockSettings(kind, timeout, poll, newLease);
    }

    /** How often the holder makes sure that it still is. */
    Duration beat() {
        return lease.dividedBy(BEATS_PER_LEASE);
    }
}
