package dev.ilana.error;

/** A value fails a check constraint. */
public final class CheckViolationException extends ConstraintViolationException {

    public CheckViolationException(Failure failure) {
        super("check constraint violated", failure);
    }
}
