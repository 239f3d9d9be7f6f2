package dev.ilana.schema.diff;

import dev.ilana.schema.definition.SchemaChange;
import org.jspecify.annotations.Nullable;

/**
 * What differs, but is left as it is.
 *
 * @param what what is left, in words: {@code table "old_users"}
 * @param change the change that would be made; null when no change can make it
 * @param why how to have it changed after all
 */
public record Withheld(String what, @Nullable SchemaChange change, String why) {

    @Override
    public String toString() {
        return what + ": " + why;
    }
}
