package dev.ilana.model;

import java.util.HashSet;
import java.util.Set;

/**
 * Which of its table's global scopes a query is under.
 *
 * @param none under none but that of the tenant
 * @param without not under these
 * @param onlyTrashed under the opposite of that of soft deletes
 */
record GlobalScopes(boolean none, Set<String> without, boolean onlyTrashed) {

    /** The name of the scope that leaves softly deleted rows out. */
    static final String SOFT_DELETES = "soft_deletes";

    /** The name of the scope that leaves the rows of other tenants out. It is taken off by this name only. */
    static final String TENANT = "tenant";

    static final GlobalScopes ALL = new GlobalScopes(false, Set.of(), false);

    boolean has(String name) {
        return (!none || name.equals(TENANT)) && !without.contains(name);
    }

    GlobalScopes without(String name) {
        Set<String> all = new HashSet<>(without);
        all.add(name);
        return new GlobalScopes(none, Set.copyOf(all), onlyTrashed && !name.equals(SOFT_DELETES));
    }

    GlobalScopes withNone() {
        return new GlobalScopes(true, without, false);
    }

    GlobalScopes withTrashed() {
        return without(SOFT_DELETES);
    }

    GlobalScopes withOnlyTrashed() {
        return new GlobalScopes(none, withTrashed().without, true);
    }

    GlobalScopes withoutTrashed() {
        Set<String> others = new HashSet<>(without);
        others.remove(SOFT_DELETES);
        return new GlobalScopes(none, Set.copyOf(others), false);
    }
}
