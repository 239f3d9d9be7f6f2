package dev.ilana.sql;

/** Something that has a value in a statement. */
public sealed interface Expression permits ColumnRef, Outer, Value, Aggregate, SubSelect {}
