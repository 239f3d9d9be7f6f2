package dev.ilana.sql;

/** A column of the query around a sub-select, also where both read the same table. */
public record Outer(ColumnRef column) implements Expression {}
