package dev.ilana.testkit.database;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Waits for chains, on a thread that may. */
public final class Awaited {

    private Awaited() {}

    /**
     * The value; null when there is none. What the chain fails with is thrown as it is, an {@link AssertionError} too.
     *
     * @throws IllegalStateException when it has not ended by then
     */
    @CanIgnoreReturnValue
    public static <T> @Nullable T value(Mono<T> chain, Duration patience) {
        try {
            return chain.block(patience);
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof AssertionError failed) {
                throw failed;
            }
            throw e;
        }
    }
}
