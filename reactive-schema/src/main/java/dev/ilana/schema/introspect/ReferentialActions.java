package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.ReferentialAction;
import java.util.Locale;

/** Referential actions as the information schema writes them. */
final class ReferentialActions {

    private ReferentialActions() {}

    static ReferentialAction of(String words) {
        return ReferentialAction.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
