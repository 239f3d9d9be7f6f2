package dev.ilana.cli.tinker;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to be shown of a snippet's value, once that was awaited. */
sealed interface Answer {

    /** A value that is one; null where that is its value. */
    record One(@Nullable Object value) implements Answer {}

    /** A {@code Mono} that was empty. */
    record Empty() implements Answer {}

    /**
     * Several values.
     *
     * @param more whether there are some beyond the limit
     */
    record Several(List<@Nullable Object> values, boolean more) implements Answer {

        public Several {
            values = Collections.unmodifiableList(values);
        }
    }
}
