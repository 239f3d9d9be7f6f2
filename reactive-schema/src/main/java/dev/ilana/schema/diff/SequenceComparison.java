package dev.ilana.schema.diff;

import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceChange.ChangeSequence;
import dev.ilana.schema.definition.SequenceChange.CreateSequence;
import dev.ilana.schema.definition.SequenceChange.DropSequence;
import dev.ilana.schema.definition.SequenceDefinition;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The sequences as they are and as they are to be.
 *
 * @param areAlike whether the first one, which is there, is already what the second one is to be
 */
record SequenceComparison(
        SchemaDefinition from, SchemaDefinition to, BiPredicate<SequenceDefinition, SequenceDefinition> areAlike) {

    void addTo(Changes changes) {
        for (SequenceDefinition sequence : to.sequences()) {
            Optional<SequenceDefinition> present = from.sequence(sequence.name());
            if (present.isEmpty()) {
                changes.add(Phase.TYPES, new CreateSequence(sequence));
            } else if (!areAlike.test(present.get(), sequence)) {
                changes.add(Phase.TYPES, new ChangeSequence(sequence));
            }
        }
        for (SequenceDefinition sequence : from.sequences()) {
            if (to.sequence(sequence.name()).isEmpty()) {
                changes.drop(
                        Phase.TYPES_OUT,
                        Drop.TABLES,
                        "sequence \"" + sequence.name() + "\"",
                        new DropSequence(sequence.name(), false));
            }
        }
    }
}
