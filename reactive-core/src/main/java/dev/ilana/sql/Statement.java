package dev.ilana.sql;

/** What a grammar can spell out for its database. */
public sealed interface Statement permits Select, Insert, Update, UpdateMany, Delete, Truncate {}
