package dev.ilana.error;

/** A model was written that someone else has changed or removed since it was read. Nothing was written. */
public final class StaleModelException extends IlanaException {

    public StaleModelException(String table) {
        super("a " + table + " row was changed or removed since the model was read; refresh() it and try again");
    }
}
