package dev.ilana.connection;

import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What may be chosen for a database beside where it is and its pool. */
record DatabaseOptions(
        String name,
        Observers observers,
        @Nullable QueryCache cache,
        Clock clock,
        @Nullable Signature signature,
        @Nullable NPlusOneGuard guard,
        boolean batchesLoads,
        boolean batchesFinds,
        @Nullable OuterTransactions outer,
        Function<Object, String> tenantSchemas) {

    static final DatabaseOptions DEFAULT = new DatabaseOptions(
            "default", Observers.NONE, null, Clock.systemUTC(), null, null, false, false, null, String::valueOf);

    DatabaseOptions withName(String newName) {
        return new DatabaseOptions(
                newName, observers, cache, clock, signature, guard, batchesLoads, batchesFinds, outer, tenantSchemas);
    }

    DatabaseOptions withObservers(Observers newObservers) {
        return new DatabaseOptions(
                name, newObservers, cache, clock, signature, guard, batchesLoads, batchesFinds, outer, tenantSchemas);
    }

    DatabaseOptions withCache(QueryCache newCache) {
        return new DatabaseOptions(
                name, observers, newCache, clock, signature, guard, batchesLoads, batchesFinds, outer, tenantSchemas);
    }

    DatabaseOptions withClock(Clock newClock) {
        return new DatabaseOptions(
                name, observers, cache, newClock, signature, guard, batchesLoads, batchesFinds, outer, tenantSchemas);
    }

    DatabaseOptions withSignature(Signature newSignature) {
        return new DatabaseOptions(
                name, observers, cache, clock, newSignature, guard, batchesLoads, batchesFinds, outer, tenantSchemas);
    }

    DatabaseOptions withGuard(NPlusOneGuard newGuard) {
        return new DatabaseOptions(
                name, observers, cache, clock, signature, newGuard, batchesLoads, batchesFinds, outer, tenantSchemas);
    }

    DatabaseOptions withBatchedLoads() {
        return new DatabaseOptions(
                name, observers, cache, clock, signature, guard, true, batchesFinds, outer, tenantSchemas);
    }

    DatabaseOptions withBatchedFinds() {
        return new DatabaseOptions(
                name, observers, cache, clock, signature, guard, batchesLoads, true, outer, tenantSchemas);
    }

    DatabaseOptions withOuter(OuterTransactions newOuter) {
        return new DatabaseOptions(
                name, observers, cache, clock, signature, guard, batchesLoads, batchesFinds, newOuter, tenantSchemas);
    }

    DatabaseOptions withTenantSchemas(Function<Object, String> newSchemas) {
        return new DatabaseOptions(
                name, observers, cache, clock, signature, guard, batchesLoads, batchesFinds, outer, newSchemas);
    }
}
