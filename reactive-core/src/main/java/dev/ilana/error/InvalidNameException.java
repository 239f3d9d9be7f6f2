package dev.ilana.error;

/** A table, column or alias name that can't be one: it would have to be SQL. */
public final class InvalidNameException extends IlanaException {

    public InvalidNameException(String name) {
        super("not a name: \"" + shortened(name)
                + "\"; names start with a letter or _, go on with letters, digits, _ or $,"
                + " and have 128 characters at most");
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
