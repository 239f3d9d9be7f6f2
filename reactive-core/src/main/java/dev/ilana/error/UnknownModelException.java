package dev.ilana.error;

import java.util.Collection;

/** A model was named that is not known; the message names the nearest one that is. */
public final class UnknownModelException extends IlanaException {

    public UnknownModelException(String name, Collection<String> known) {
        super("no model is registered as \"" + name + "\"" + Nearest.hint(name, known));
    }
}
