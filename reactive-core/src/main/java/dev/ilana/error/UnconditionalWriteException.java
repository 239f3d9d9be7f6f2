package dev.ilana.error;

/** An UPDATE or DELETE over a whole table that was not asked for by word. */
public final class UnconditionalWriteException extends IlanaException {

    public UnconditionalWriteException(String verb, String table) {
        super(verb + " on " + table + " has no condition; say everything() first if every row is meant");
    }
}
