package dev.ilana.schema.prisma.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Words of a file as messages show them, and the known words next to mistyped ones. */
public final class Spelling {

    private static final int MAX_SHOWN = 40;

    /** A longer word is no mistyped one, and its distance would cost its length times that of each known one. */
    private static final int MAX_TYPED = 64;

    /** More than a person reads. */
    private static final int MAX_LISTED = 20;

    private Spelling() {}

    /** The word, cut where it is long, and with nothing in it that a log or terminal would obey. */
    public static String shown(String word) {
        StringBuilder shown = new StringBuilder();
        word.codePoints().limit(MAX_SHOWN).forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.append(word.codePointCount(0, word.length()) > MAX_SHOWN ? "…" : "")
                .toString();
    }

    /** A clause for the end of a message: the nearest word, or the known ones where none is near. */
    public static String hint(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there is none";
        }
        String listed = known.stream()
                .limit(MAX_LISTED)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
        String choice = "; it can be " + listed + (known.size() > MAX_LISTED ? " …" : "");
        if (word.length() > MAX_TYPED) {
            return choice;
        }
        return known.stream()
                .filter(candidate -> candidate.length() <= MAX_TYPED)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 3))
                .map(candidate -> "; did you mean \"" + candidate + "\"?")
                .orElse(choice);
    }

    /** By Levenshtein, capitals and small letters being the same. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
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
