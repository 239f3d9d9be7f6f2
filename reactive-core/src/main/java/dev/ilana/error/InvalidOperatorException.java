package dev.ilana.error;

/** An operator, direction or other word outside its closed set. */
public final class InvalidOperatorException extends IlanaException {

    public InvalidOperatorException(String word, String allowed) {
        super("not an operator here: \"" + Shown.of(word) + "\"; one of " + allowed);
    }
}
