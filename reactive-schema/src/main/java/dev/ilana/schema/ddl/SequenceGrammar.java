package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialects;
import dev.ilana.schema.definition.SequenceChange;
import dev.ilana.schema.definition.SequenceChange.ChangeSequence;
import dev.ilana.schema.definition.SequenceChange.CreateSequence;
import dev.ilana.schema.definition.SequenceChange.DropSequence;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.SequenceLimits;

/** Spells sequences, which all databases that have them do alike. */
final class SequenceGrammar {

    private final Identifiers names;

    SequenceGrammar(Identifiers names) {
        this.names = names;
    }

    String statement(SequenceChange change) {
        if (change instanceof CreateSequence create) {
            return "create sequence " + words(create.sequence());
        } else if (change instanceof ChangeSequence changed) {
            return "alter sequence " + words(changed.sequence());
        }
        return dropped((DropSequence) change);
    }

    private String dropped(DropSequence drop) {
        names.dialect().require(Capability.SEQUENCE, SequenceLimits.INSTEAD);
        return "drop sequence " + (drop.ifExists() ? "if exists " : "") + names.quoted(drop.sequence());
    }

    private String words(SequenceDefinition sequence) {
        return names.quoted(sequence.name()) + " " + options(sequence);
    }

    /** All that is true of the sequence but its name; of its cache only what is said. */
    String options(SequenceDefinition sequence) {
        SequenceDefinition said = limits().said(sequence);
        return "start with " + said.start() + " increment by " + said.increment() + " minvalue " + said.least()
                + " maxvalue " + said.greatest() + (said.cache() == null ? "" : " cache " + said.cache())
                + (said.cycles() ? " cycle" : names.dialect() == Dialects.MARIADB ? " nocycle" : " no cycle");
    }

    private SequenceLimits limits() {
        return SequenceLimits.of(names.dialect());
    }
}
