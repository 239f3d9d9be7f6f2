package dev.ilana.cli.tinker;

/**
 * A text of snippets.
 *
 * @param name of the file, say; empty for what was typed at the prompt
 */
record Source(String name, String text) {

    /** Where that line is, to be said before an error. */
    String place(int line) {
        return name + ":" + line + ": ";
    }
}
