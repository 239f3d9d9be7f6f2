package dev.ilana.connection;

/** An error of code that was lent to us, for a log: what and where. Its message is left out, as it may quote values. */
final class Unquoted {

    private Unquoted() {}

    static String of(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
