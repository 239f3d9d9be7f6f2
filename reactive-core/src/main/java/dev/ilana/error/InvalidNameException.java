package dev.ilana.error;

/** A table, column or alias name that can't be one: it would have to be SQL, or the database would take another for it. */
public final class InvalidNameException extends IlanaException {

    public InvalidNameException(String name) {
        super("not a name: \"" + Shown.of(name)
                + "\"; names start with a letter or _, go on with letters, digits, _ or $,"
                + " and have 128 characters at most");
    }

    /** A name that the database would cut, and so take for another. */
    public InvalidNameException(String name, String database, int maxBytes) {
        super("too long a name for " + database + ", which cuts names after " + maxBytes + " bytes: \"" + Shown.of(name)
                + "\"");
    }
}
