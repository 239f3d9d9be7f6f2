package dev.ilana.error;

/**
 * A cursor of a page that is not one of this query: it was changed or cut off, or made for another query, by another
 * application, or with another key. The message does not say which, and has nothing of the cursor.
 */
public final class InvalidCursorException extends IlanaException {

    public InvalidCursorException() {
        super("the cursor is not one of this query and this database's key: begin with the first page again");
    }
}
