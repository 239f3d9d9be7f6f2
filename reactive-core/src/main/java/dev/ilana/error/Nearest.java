package dev.ilana.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word nearest to a mistyped one, by Levenshtein distance: for the messages of errors. */
public final class Nearest {

    /** A longer word is no mistyped one, and its distance would cost its length times that of each known one. */
    private static final int MAX_LENGTH = 128;

    private static final String LIST = "; it has ";

    private Nearest() {}

    /** A clause for the end of a message: the nearest word, or the known ones where none is near. */
    static String hint(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "; it has none";
        }
        return of(word, known)
                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                .orElseGet(() -> LIST + String.join(", ", known));
    }

    /** The nearest word, capitals and small letters being the same; empty where none is near. */
    public static Optional<String> of(String word, Collection<String> known) {
        return word.length() > MAX_LENGTH
                ? Optional.empty()
                : known.stream()
                        .filter(candidate -> candidate.length() <= MAX_LENGTH)
                        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                        .filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 2));
    }

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
}
