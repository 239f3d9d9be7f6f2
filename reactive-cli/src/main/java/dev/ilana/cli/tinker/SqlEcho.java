package dev.ilana.cli.tinker;

import dev.ilana.connection.QueryListener;
import java.io.PrintWriter;

/** Writes each statement with its time, while that is wanted. */
final class SqlEcho implements QueryListener {

    private final PrintWriter err;
    private volatile boolean on;

    SqlEcho(PrintWriter err) {
        this.err = err;
    }

    void turn(boolean wanted) {
        on = wanted;
    }

    @Override
    public void afterQuery(Query query) {
        if (on) {
            err.println(query.sql() + "  (" + query.duration().toMillis() + " ms)");
            err.flush();
        }
    }
}
