package dev.ilana.connection;

import java.time.Duration;

/** Writes each statement that takes as long as that to the log, at WARN. */
record SlowQueryLog(Duration threshold, boolean wantsBindings) implements QueryListener {

    @Override
    public void afterQuery(Query query) {
        if (query.duration().compareTo(threshold) >= 0) {
            SqlLog.LOG.warn("slow: {}", SqlLog.line(query));
        }
    }
}
