package dev.ilana.schema.diff;

import dev.ilana.schema.definition.SchemaChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes, each put where its turn is, and what is withheld from them. */
final class Changes {

    private final Set<Drop> allowed;
    private final Map<Phase, List<SchemaChange>> byPhase = new EnumMap<>(Phase.class);
    private final List<Withheld> withheld = new ArrayList<>();

    Changes(Set<Drop> allowed) {
        this.allowed = allowed;
    }

    boolean allows(Drop drop) {
        return allowed.contains(drop);
    }

    void add(Phase phase, SchemaChange change) {
        byPhase.computeIfAbsent(phase, unused -> new ArrayList<>()).add(change);
    }

    /** @param what what goes, in words */
    void drop(Phase phase, Drop kind, String what, SchemaChange change) {
        if (allows(kind)) {
            add(phase, change);
        } else {
            withheld.add(Withheld.until(kind, what, change));
        }
    }

    void withhold(String what, String why) {
        withheld.add(Withheld.always(what, why));
    }

    List<SchemaChange> inOrder() {
        return byPhase.values().stream().flatMap(List::stream).toList();
    }

    List<Withheld> withheld() {
        return withheld;
    }
}
