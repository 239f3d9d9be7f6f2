package dev.ilana.connection;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Told of each statement once it has ended. It is called on the thread that delivered the result: it must be quick and
 * must not block. What it throws is logged, no more than once a minute, and changes nothing of the result.
 */
@FunctionalInterface
public interface QueryListener {

    void afterQuery(Query query);

    /** Whether it is told the values that were bound. They are data: passwords, addresses. So not by default. */
    default boolean wantsBindings() {
        return false;
    }

    /** The same listener, told the values that were bound too. */
    static QueryListener withBindings(QueryListener listener) {
        return new QueryListener() {
            @Override
            public void afterQuery(Query query) {
                listener.afterQuery(query);
            }

            @Override
            public boolean wantsBindings() {
                return true;
            }
        };
    }

    /**
     * A statement that has ended.
     *
     * @param sql its text, with markers in place of values
     * @param bindings the values, in the order of their markers; empty for a listener that did not ask for them
     * @param duration from its being sent to its last row, without the wait for a connection
     * @param rows rows read, or rows written
     * @param connection the name of the database it ran on
     * @param transaction the number of the transaction it ran in; null outside of one
     * @param error what it failed with; null when it did not
     * @param context the Reactor Context of its chain: for a tenant, or what a trace goes by
     */
    record Query(
            String sql,
            List<@Nullable Object> bindings,
            Duration duration,
            long rows,
            String connection,
            @Nullable Long transaction,
            @Nullable Throwable error,
            ContextView context) {

        public Query {
            bindings = Collections.unmodifiableList(bindings);
        }

        Query with(List<@Nullable Object> values) {
            return new Query(sql, values, duration, rows, connection, transaction, error, context);
        }

        /** Without values and without what the Context has. */
        @Override
        public String toString() {
            return sql;
        }
    }
}
