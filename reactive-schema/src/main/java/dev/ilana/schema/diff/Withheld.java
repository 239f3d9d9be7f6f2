package dev.ilana.schema.diff;

import dev.ilana.schema.definition.SchemaChange;
import org.jspecify.annotations.Nullable;

/**
 * What differs, but is left as it is.
 *
 * @param what what is left, in words: {@code table "old_users"}
 * @param change the change that would be made; null when no change can make it
 * @param drop what must be allowed to drop for it to go; null when nothing does
 * @param why how to have it changed after all
 */
public record Withheld(
        String what,
        @Nullable SchemaChange change,
        @Nullable Drop drop,
        String why) {

    static Withheld until(Drop drop, String what, SchemaChange change) {
        return new Withheld(what, change, drop, "it is dropped only by Drop." + drop);
    }

    static Withheld always(String what, String why) {
        return new Withheld(what, null, null, why);
    }

    @Override
    public String toString() {
        return what + ": " + why;
    }
}
