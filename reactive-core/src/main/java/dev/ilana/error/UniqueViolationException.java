package dev.ilana.error;

/** A row with the same unique value is already there. */
public final class UniqueViolationException extends ConstraintViolationException {

    public UniqueViolationException(Failure failure) {
        super("unique constraint violated", failure);
    }
}
