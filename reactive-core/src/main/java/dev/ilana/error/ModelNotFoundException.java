package dev.ilana.error;

import java.util.UUID;

/** No row answered where one was required. */
public final class ModelNotFoundException extends IlanaException {

    public ModelNotFoundException(String table, String sought) {
        super("no " + table + " row for " + sought);
    }

    /**
     * No row has that key. A number or a UUID is shown, as it says nothing of anybody; a key that is a text may be an address
     * or a token.
     *
     * @param what the key, {@code key} or {@code id}
     */
    public static ModelNotFoundException ofKey(String table, String what, Object key) {
        boolean shown = key instanceof Number || key instanceof UUID;
        return new ModelNotFoundException(table, what + " " + (shown ? key : "that was asked for"));
    }
}
