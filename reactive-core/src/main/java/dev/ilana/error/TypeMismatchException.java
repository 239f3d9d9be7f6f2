package dev.ilana.error;

/** A value of a type that its column does not take; raised before anything is sent. */
public final class TypeMismatchException extends IlanaException {

    public TypeMismatchException(String where, String expected, Object actual) {
        super(where + " takes " + expected + ", not " + actual.getClass().getName());
    }
}
