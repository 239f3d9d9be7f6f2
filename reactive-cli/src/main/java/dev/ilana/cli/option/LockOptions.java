package dev.ilana.cli.option;

import dev.ilana.cli.console.UsageException;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How migrators keep each other out. */
final class LockOptions {

    @Option(
            names = "--lock",
            paramLabel = "KIND",
            description =
                    "auto, session or lease: how migrators keep each other out. auto asks the server whether its sessions can"
                            + " hold a lock.")
    private @Nullable String lock;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for another migrator. Default: 60.")
    private @Nullable Integer timeout;

    /**
     * What they say, else what is said already.
     *
     * @throws UsageException when there is no such lock, or no such time
     */
    LockSettings over(LockSettings said) {
        LockSettings locking = lock == null ? said : said.withKind(kind(lock));
        return timeout == null ? locking : locking.withTimeout(Duration.ofSeconds(positive(timeout)));
    }

    private static LockKind kind(String name) {
        try {
            return LockKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--lock is auto, session or lease, not " + name, e);
        }
    }

    private static int positive(int seconds) {
        if (seconds < 0) {
            throw new UsageException("--lock-timeout must be at least 0, not " + seconds);
        }
        return seconds;
    }
}
