package dev.ilana.sql;

/** A number that is part of the query's shape, and written where a value would be bound: some places take no other. */
public record Constant(long number) implements Expression {}
