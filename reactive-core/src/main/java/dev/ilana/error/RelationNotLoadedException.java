package dev.ilana.error;

/** A relation was read as a value before it was loaded. */
public final class RelationNotLoadedException extends IlanaException {

    public RelationNotLoadedException(String table, String relation) {
        super("relation " + relation + " of " + table + " is not loaded; add with(\"" + relation
                + "\") to the query or load it first");
    }
}
