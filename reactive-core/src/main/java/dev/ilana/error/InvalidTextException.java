package dev.ilana.error;

/** A text that is no Unicode, as it has one half of a surrogate pair: drivers would store a question mark in its place. */
public final class InvalidTextException extends IlanaException {

    public InvalidTextException(int position) {
        super("the text has half of a surrogate pair at position " + position
                + ", which no database can store; it was cut in the middle of a character");
    }
}
