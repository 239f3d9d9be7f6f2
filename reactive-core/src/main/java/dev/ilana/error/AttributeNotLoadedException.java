package dev.ilana.error;

/** An attribute was read that the query did not select. */
public final class AttributeNotLoadedException extends IlanaException {

    public AttributeNotLoadedException(String table, String column) {
        super("attribute " + table + "." + column + " was not selected; add it to select(...) or refresh() the model");
    }
}
