package dev.ilana.error;

/** A concurrent transaction made this one impossible to serialize; it was rolled back and may be retried. */
public final class SerializationFailureException extends DatabaseException {

    public SerializationFailureException(Failure failure) {
        super("serialization failure", failure);
    }
}
