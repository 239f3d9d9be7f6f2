package dev.ilana.error;

import java.util.Collection;

/** Attributes that are not fillable were given to a mass assignment; nothing was assigned. */
public final class MassAssignmentException extends IlanaException {

    public MassAssignmentException(String table, Collection<String> names) {
        super("not fillable on " + table + ": " + String.join(", ", names)
                + "; declare the column fillable() or set it by itself");
    }
}
