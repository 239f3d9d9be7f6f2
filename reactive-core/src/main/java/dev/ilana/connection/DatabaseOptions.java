package dev.ilana.connection;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What may be chosen for a database beside where it is and its pool. */
record DatabaseOptions(
        @Nullable QueryListener listener,
        @Nullable QueryCache cache,
        Clock clock,
        @Nullable Signature signature,
        @Nullable NPlusOneGuard guard,
        boolean batchesLoads) {

    static final DatabaseOptions DEFAULT = new DatabaseOptions(null, null, Clock.systemUTC(), null, null, false);

    DatabaseOptions withListener(QueryListener newListener) {
        return new DatabaseOptions(newListener, cache, clock, signature, guard, batchesLoads);
    }

    DatabaseOptions withCache(QueryCache newCache) {
        return new DatabaseOptions(listener, newCache, clock, signature, guard, batchesLoads);
    }

    DatabaseOptions withClock(Clock newClock) {
        return new DatabaseOptions(listener, cache, newClock, signature, guard, batchesLoads);
    }

    DatabaseOptions withSignature(Signature newSignature) {
        return new DatabaseOptions(listener, cache, clock, newSignature, guard, batchesLoads);
    }

    DatabaseOptions withGuard(NPlusOneGuard newGuard) {
        return new DatabaseOptions(listener, cache, clock, signature, newGuard, batchesLoads);
    }

    DatabaseOptions withBatchedLoads() {
        return new DatabaseOptions(listener, cache, clock, signature, guard, true);
    }
}
