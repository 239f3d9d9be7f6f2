package dev.ilana.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Told of each statement once it has ended. It is called on the thread that delivered the result: it must be quick and
 * must not block.
 */
@FunctionalInterface
public interface QueryListener {

    void afterQuery(Query query);

    /**
     * A statement that has ended.
     *
     * @param sql its text, with markers in place of values
     * @param duration from its being sent to its last row, without the wait for a connection
     * @param rows rows read, or rows written
     * @param error what it failed with; null when it did not
     */
    record Query(
            String sql,
            Duration duration,
            long rows,
            @Nullable Throwable error) {}
}
