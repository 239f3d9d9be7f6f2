package dev.ilana.error;

/** An attribute was read that the query did not select. */
public final class AttributeNotLoadedException extends IlanaException {

    public AttributeNotLoadedException(String table, String column) {
        super("attribute " + table + "." + column
                + " is not known here: the database may have set it; refresh() the model to read it");
    }
}
