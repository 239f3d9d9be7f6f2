package dev.ilana.connection;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables that a transaction has written to. */
final class Writes {

    private Set<String> tables = Set.of();
    private boolean any;
    private boolean unknown;

    synchronized void add(@Nullable Set<String> written) {
        any = true;
        if (written == null) {
            unknown = true;
        } else if (tables.isEmpty()) {
            tables = written;
        } else if (!tables.containsAll(written)) {
            Set<String> more = new HashSet<>(tables);
            more.addAll(written);
            tables = Set.copyOf(more);
        }
    }

    synchronized boolean isEmpty() {
        return !any;
    }

    /** Null where one of them is not known. */
    synchronized @Nullable Set<String> tables() {
        return unknown ? null : tables;
    }
}
