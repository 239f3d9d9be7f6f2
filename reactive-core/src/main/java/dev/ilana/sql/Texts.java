package dev.ilana.sql;

import dev.ilana.error.InvalidTextException;
import java.util.List;

/** The rule for text that is data: any Unicode there is. */
final class Texts {

    private Texts() {}

    /**
     * Nothing, for whole characters only.
     *
     * @throws InvalidTextException when there is half of a surrogate pair: it would be stored as a question mark
     */
    static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new InvalidTextException(i);
                }
                i++;
            }
        }
    }

    /** The list, each of its texts checked. */
    static List<String> checked(List<String> texts) {
        texts.forEach(Texts::check);
        return List.copyOf(texts);
    }
}
