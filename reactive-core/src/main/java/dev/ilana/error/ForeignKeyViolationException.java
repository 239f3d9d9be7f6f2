package dev.ilana.error;

/** A row refers to one that is not there, or would be left referring to none. */
public final class ForeignKeyViolationException extends ConstraintViolationException {

    public ForeignKeyViolationException(Failure failure) {
        super("foreign key violated", failure);
    }
}
