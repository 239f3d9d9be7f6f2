package dev.ilana.cli.console;

import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The person at the keyboard, where there is one. */
public interface Terminal {

    /** What was answered; null when there is nobody to ask. */
    @Nullable String ask(String question);

    /** Whether a person reads what is written, and types. */
    default boolean isThere() {
        return false;
    }

    /** What is given on standard input. */
    default Reader input() {
        return Reader.nullReader();
    }
}
