package dev.ilana.schema.definition;

/**
 * How a column gets its value out of others of its row.
 *
 * @param sql what it is made of; it is written as it stands
 * @param stored whether the value is kept with the row; else it is computed whenever it is read
 */
public record Computed(String sql, boolean stored) {}
