package dev.ilana.schema.definition;

import java.util.Locale;

/** What happens to a row when the row it references goes or changes its key. */
public enum ReferentialAction {
    /** Nothing: the database refuses. */
    NO_ACTION,
    /** Nothing: the database refuses at once, even where the check is deferred. */
    RESTRICT,
    /** It goes or changes along. */
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** The action in SQL's words. */
    public String words() {
        return name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
