package dev.ilana.schema.migrate.sql;

import dev.ilana.error.IlanaException;

/** An SQL file that can't be cut into statements; nothing of it was run. */
public final class MalformedSqlException extends IlanaException {

    private final int line;
    private final int column;

    MalformedSqlException(int line, int column, String what) {
        super("line " + line + ", column " + column + ": " + what);
        this.line = line;
        this.column = column;
    }

    /** Where it is, counted from 1. */
    public int line() {
        return line;
    }

    /** Where in its line, counted from 1. */
    public int column() {
        return column;
    }
}
