package dev.ilana.sql;

/** The rows of another query, added to a query's own; all of them, or each only once. */
public record Union(Select select, boolean all) {}
