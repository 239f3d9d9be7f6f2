package dev.ilana.connection;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables that a transaction has written to. */
final class Writes {

    private final Set<String> tables = new HashSet<>();
    private boolean any;
    private boolean unknown;

    synchronized void add(@Nullable Set<String> written) {
        any = true;
        if (written == null) {
            unknown = true;
        } else {
            tables.addAll(written);
        }
    }

    synchronized boolean isEmpty() {
        return !any;
    }

    /** Null where one of them is not known. */
    synchronized @Nullable Set<String> tables() {
        return unknown ? null : Set.copyOf(tables);
    }
}
