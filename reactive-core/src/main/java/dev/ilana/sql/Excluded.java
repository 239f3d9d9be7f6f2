package dev.ilana.sql;

/** In an upsert, the value that the refused row had for the column. */
public record Excluded(String column) implements Expression {

    public Excluded {
        Names.check(column);
    }
}
