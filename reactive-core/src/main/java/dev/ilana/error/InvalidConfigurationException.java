package dev.ilana.error;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A URL or setting that can't be used; the message names it, never a password. */
public final class InvalidConfigurationException extends IlanaException {

    public InvalidConfigurationException(String message) {
        super(message);
    }

    /**
     * A value that its key can't have.
     *
     * @param place where it is said, such as a file and its line
     * @param value null where it is not to be shown
     * @param expected what it must be
     */
    public InvalidConfigurationException(String place, String key, @Nullable String value, String expected) {
        super(place + ": " + key + " must be " + expected
                + (value == null ? "" : "; it is \"" + Shown.of(value) + "\""));
    }

    /** A key that means nothing; the message names the nearest one that does. */
    public InvalidConfigurationException(String place, String key, Collection<String> known) {
        super(place + ": there is no key \"" + Shown.of(key) + "\"" + Nearest.hint(key, known));
    }
}
