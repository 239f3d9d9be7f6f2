package dev.ilana.testkit.database;

import org.jspecify.annotations.Nullable;

/** One way to get a server failed; the message says why. */
final class ServerUnavailableException extends Exception {

    ServerUnavailableException(String reason) {
        this(reason, null);
    }

    ServerUnavailableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
