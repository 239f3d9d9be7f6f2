package dev.ilana.testkit.contract;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SequenceDefinition;
import java.util.ArrayList;
import java.util.List;

/** Sequences made up from a seed: none, one or two. */
record RandomSequences(Dialect dialect, Dice dice) {

    List<SequenceDefinition> sequences() {
        List<SequenceDefinition> all = new ArrayList<>();
        for (int i = dialect.supports(Capability.SEQUENCE) ? dice.below(3) : 0; i > 0; i--) {
            all.add(sequence("s" + i));
        }
        return all;
    }

    private SequenceDefinition sequence(String name) {
        SequenceDefinition sequence = SequenceDefinition.of(QualifiedName.of(name))
                .incrementedBy(dice.chance(2) ? 1 + dice.below(5) : -1 - dice.below(5));
        if (dice.chance(2)) {
            sequence = sequence.atLeast(-1_000 - dice.below(1_000)).atMost(1_000 + dice.below(1_000));
        }
        return sequence.least() != null && dice.chance(2)
                ? sequence.startingWith(dice.below(1_000))
                : changed(sequence);
    }

    /** Some of them gone, some changed in what does not have to do with the number that comes next, and a new one. */
    List<SequenceDefinition> grown(List<SequenceDefinition> sequences) {
        List<SequenceDefinition> all = new ArrayList<>();
        for (SequenceDefinition sequence : sequences) {
            if (!dice.chance(3)) {
                all.add(changed(sequence));
            }
        }
        if (!sequences.isEmpty()) {
            all.add(sequence("s9"));
        }
        return all;
    }

    private SequenceDefinition changed(SequenceDefinition sequence) {
        SequenceDefinition changed =
                dice.chance(2) ? sequence.incrementedBy(sequence.increment() < 0 ? -7 : 7) : sequence;
        changed = dice.chance(2) ? changed.caching(1 + dice.below(20)) : changed;
        return dice.chance(3) ? changed.cycling() : changed;
    }
}
