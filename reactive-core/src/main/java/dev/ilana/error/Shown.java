package dev.ilana.error;

/** A word of a user as a message shows it: cut where it is long, and with nothing in it that a log or terminal would obey. */
public final class Shown {

    private static final int MAX_LENGTH = 40;

    private Shown() {}

    /** The word, fit to be shown. */
    public static String of(String word) {
        StringBuilder shown = new StringBuilder();
        word.codePoints().limit(MAX_LENGTH).forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.append(word.codePointCount(0, word.length()) > MAX_LENGTH ? "…" : "")
                .toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
