package dev.ilana.error;

import java.util.Collection;

/** A relation name that the model does not have; the message names the nearest one. */
public final class UnknownRelationException extends IlanaException {

    public UnknownRelationException(String table, String relation, Collection<String> known) {
        super("the model of " + table + " has no relation \"" + Shown.of(relation) + "\""
                + Nearest.hint(relation, known));
    }
}
