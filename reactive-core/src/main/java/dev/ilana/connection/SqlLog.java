package dev.ilana.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each statement and each transaction to the log, at DEBUG. */
record SqlLog(boolean wantsBindings) implements QueryListener, TransactionListener {

    static final Logger LOG = LoggerFactory.getLogger("dev.ilana.sql");

    @Override
    public void afterQuery(Query query) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}", line(query));
        }
    }

    /** What happened, how long it took, where; then the text, which may be long, and its values. */
    static String line(Query query) {
        Throwable error = query.error();
        String outcome = error == null
                ? query.rows() + (query.rows() == 1 ? " row" : " rows")
                : error.getClass().getSimpleName();
        String where = query.connection() + (query.transaction() == null ? "" : ", transaction " + query.transaction());
        String values = query.bindings().isEmpty() ? "" : " " + query.bindings();
        return outcome + " in " + millis(query.duration()) + " on " + where + ": " + query.sql() + values;
    }

    @Override
    public void started(Scope scope) {
        LOG.debug("{} begins", scope);
    }

    @Override
    public void committed(Scope scope, Duration duration) {
        LOG.debug("{} is {} after {}", scope, scope.depth() == 0 ? "committed" : "released", millis(duration));
    }

    @Override
    public void rolledBack(Scope scope, Duration duration, @Nullable Throwable cause) {
        String why = cause == null ? "a cancel" : cause.getClass().getSimpleName();
        LOG.debug("{} is rolled back after {}, by {}", scope, millis(duration), why);
    }

    @Override
    public void outcomeUnknown(Scope scope, Duration duration, Throwable cause) {
        LOG.debug("{} has an unknown outcome after {}", scope, millis(duration));
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
