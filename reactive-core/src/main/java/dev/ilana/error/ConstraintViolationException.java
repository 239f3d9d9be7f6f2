package dev.ilana.error;

import org.jspecify.annotations.Nullable;

/** A write that a constraint of the database refused. */
public abstract class ConstraintViolationException extends DatabaseException {

    private final @Nullable String constraint;

    protected ConstraintViolationException(String what, Failure failure) {
        super(what, failure);
        this.constraint = failure.constraint();
    }

    /** The name of the constraint, or of the column for a not-null; null where the database does not tell. */
    public final @Nullable String constraint() {
        return constraint;
    }
}
