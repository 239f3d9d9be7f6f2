package dev.ilana.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Which databases a chain has written to. What it reads of them later is to have what it wrote, so no replica is asked. */
final class ChainWrites {

    private static final Object KEY = new Object();

    private final Set<Database> written = ConcurrentHashMap.newKeySet(1);

    private ChainWrites() {}

    /** Writes are noted from here on; where they are already, those before stay known. */
    static Context begin(Context context) {
        return context.hasKey(KEY) ? context : context.put(KEY, new ChainWrites());
    }

    static void note(Database database, ContextView context) {
        ChainWrites writes = context.getOrDefault(KEY, null);
        if (writes != null) {
            writes.written.add(database);
        }
    }

    /** Whether it is known that the chain has not written; where nothing says which chain it is, it may have. */
    static boolean areNone(Database database, ContextView context) {
        ChainWrites writes = context.getOrDefault(KEY, null);
        return writes != null && !writes.written.contains(database);
    }
}
