package dev.ilana.error;

/** The connection died while the statement was under way. */
public final class ConnectionLostException extends DatabaseException {

    public ConnectionLostException(Failure failure) {
        super("connection lost", failure);
    }
}
