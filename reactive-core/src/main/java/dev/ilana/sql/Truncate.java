package dev.ilana.sql;

/** All rows go at once, and generated keys begin anew. */
public record Truncate(TableName table) implements Statement {}
