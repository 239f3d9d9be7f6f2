package dev.ilana.sql;

/** A query of one column and at most one row, used as a value. */
public record SubSelect(Select select) implements Expression {}
