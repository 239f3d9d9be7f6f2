package dev.ilana.schema.migrate.sql;

/**
 * One statement of a file, without the delimiter at its end and the comments before it.
 *
 * @param line where it begins, counted from 1
 */
public record SqlStatement(String text, int line) {}
