package dev.ilana.error;

/** Several rows answered where exactly one was required. */
public final class NotOneRowException extends IlanaException {

    public NotOneRowException(String table) {
        super("more than one " + table + " row fits the query, and sole() wants exactly one");
    }
}
