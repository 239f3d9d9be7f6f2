package dev.ilana.cli;

import org.jspecify.annotations.Nullable;

/** The person at the keyboard, where there is one. */
interface Terminal {

    /** What was answered; null when there is nobody to ask. */
    @Nullable String ask(String question);
}
