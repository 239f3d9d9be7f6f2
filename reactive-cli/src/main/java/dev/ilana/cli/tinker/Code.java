package dev.ilana.cli.tinker;

/**
 * One snippet, or one command that begins with a colon.
 *
 * @param line where it begins in its source, counted from 1
 */
record Code(String text, int line) {

    boolean isCommand() {
        return text.startsWith(":");
    }
}
