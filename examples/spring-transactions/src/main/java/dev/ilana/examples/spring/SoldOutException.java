package dev.ilana.examples.spring;

/** There is less of an article than somebody wants. */
public final class SoldOutException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SoldOutException(String article) {
        super("there is not enough " + article);
    }
}
