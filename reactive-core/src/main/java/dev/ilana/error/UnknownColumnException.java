package dev.ilana.error;

import java.util.Collection;

/** A column name that the table does not have; the message names the nearest one. */
public final class UnknownColumnException extends IlanaException {

    public UnknownColumnException(String table, String column, Collection<String> known) {
        super("table " + table + " has no column \"" + Shown.of(column) + "\"" + Nearest.hint(column, known));
    }
}
