package dev.ilana.schema.definition;

/** A change of a sequence that stands by itself. */
public sealed interface SequenceChange extends SchemaChange {

    record CreateSequence(SequenceDefinition sequence) implements SequenceChange {}

    /** @param sequence all of it, as it is to be; the number that comes next stays */
    record ChangeSequence(SequenceDefinition sequence) implements SequenceChange {}

    record DropSequence(QualifiedName sequence, boolean ifExists) implements SequenceChange {}
}
