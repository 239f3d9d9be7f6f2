package dev.ilana.error;

/** No connection could be made: nobody answers there, or the server refused the account. */
public final class ConnectionFailedException extends DatabaseException {

    public ConnectionFailedException(Failure failure) {
        super("could not connect", failure);
    }
}
