package dev.ilana.error;

/** A null was sent for a column that takes none. */
public final class NotNullViolationException extends ConstraintViolationException {

    public NotNullViolationException(Failure failure) {
        super("null where the column takes none", failure);
    }
}
