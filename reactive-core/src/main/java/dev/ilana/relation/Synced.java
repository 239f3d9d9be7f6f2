package dev.ilana.relation;

import java.util.List;

/**
 * What a change of related keys has done.
 *
 * @param attached the keys that are related now and were not
 * @param detached the keys that were related and are not now
 * @param updated the keys that were related already, and whose row in the pivot table was written
 */
public record Synced(List<Object> attached, List<Object> detached, List<Object> updated) {

    public Synced {
        attached = List.copyOf(attached);
        detached = List.copyOf(detached);
        updated = List.copyOf(updated);
    }

    /** Whether anything was written. */
    public boolean isChange() {
        return !attached.isEmpty() || !detached.isEmpty() || !updated.isEmpty();
    }
}
