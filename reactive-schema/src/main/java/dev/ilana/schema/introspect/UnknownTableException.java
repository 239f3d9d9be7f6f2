package dev.ilana.schema.introspect;

import dev.ilana.error.IlanaException;
import dev.ilana.error.Nearest;
import dev.ilana.error.Shown;
import java.util.Collection;

/** A table was named that the database does not have; the message names the nearest one that it has. */
public final class UnknownTableException extends IlanaException {

    UnknownTableException(String table, Collection<String> known) {
        super("the database has no table \"" + Shown.of(table) + "\""
                + Nearest.of(table, known)
                        .map(nearest -> "; did you mean \"" + nearest + "\"?")
                        .orElse(""));
    }
}
