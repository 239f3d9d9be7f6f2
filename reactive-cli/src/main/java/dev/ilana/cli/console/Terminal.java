package dev.ilana.cli.console;

import org.jspecify.annotations.Nullable;

/** The person at the keyboard, where there is one. */
public interface Terminal {

    /** What was answered; null when there is nobody to ask. */
    @Nullable String ask(String question);
}
