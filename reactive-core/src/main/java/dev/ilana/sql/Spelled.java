package dev.ilana.sql;

/** What is in a column of a type that only its database has: as text, on a database whose driver knows no better. */
public record Spelled(ColumnRef column) implements Expression {}
