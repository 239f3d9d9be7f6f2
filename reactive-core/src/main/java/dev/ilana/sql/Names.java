package dev.ilana.sql;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidNameException;

/** The rule for names: the only text of a user that may stand outside a bound value. */
public final class Names {

    private static final int MAX_LENGTH = 128;

    private Names() {}

    /**
     * The name itself, when it is one: a letter or {@code _}, then letters, digits, {@code _} or {@code $}.
     *
     * @throws InvalidNameException when it is anything else
     */
    @CanIgnoreReturnValue
    public static String check(String name) {
        if (!isName(name)) {
            throw new InvalidNameException(name);
        }
        return name;
    }

    /** Whether it is one. */
    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !isStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isStart(c) && !Character.isDigit(c) && c != '$') {
                return false;
            }
        }
        return true;
    }

    /**
     * A name that may stand inside of a text's quotes, as that of a language: plain ASCII, so that no conversion of characters
     * on the way makes a quote of one of its letters.
     *
     * @throws InvalidNameException when it is anything else
     */
    @CanIgnoreReturnValue
    static String checkPlain(String name) {
        check(name);
        if (name.chars().anyMatch(c -> c > 127 || c == '$')) {
            throw new InvalidNameException(name);
        }
        return name;
    }

    private static boolean isStart(char c) {
        return c == '_' || Character.isLetter(c);
    }
}
