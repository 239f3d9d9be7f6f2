package dev.ilana.testkit.factory;

import dev.ilana.error.IlanaException;
import dev.ilana.error.Nearest;
import dev.ilana.error.Shown;
import java.util.Collection;

/** A state that the factory does not have; the message names the nearest one, and those that there are. */
public final class UnknownStateException extends IlanaException {

    UnknownStateException(String table, String state, Collection<String> known) {
        super("the factory of " + table + " has no state \"" + Shown.of(state) + "\""
                + Nearest.of(state, known)
                        .map(nearest -> "; did you mean \"" + nearest + "\"?")
                        .orElse("")
                + (known.isEmpty() ? "; it has none" : "; it has " + String.join(", ", known)));
    }
}
