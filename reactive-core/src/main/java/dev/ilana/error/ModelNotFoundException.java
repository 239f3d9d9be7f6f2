package dev.ilana.error;

/** No row answered where one was required. */
public final class ModelNotFoundException extends IlanaException {

    public ModelNotFoundException(String table, String sought) {
        super("no " + table + " row for " + sought);
    }
}
