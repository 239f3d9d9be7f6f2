package dev.ilana.schema.definition;

/** One step from a schema to another. The set is closed: each grammar spells every one. */
public sealed interface SchemaChange
        permits TableChange, ColumnChange, KeyChange, TypeChange, SequenceChange, OnlineChange {}
