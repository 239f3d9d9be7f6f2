package dev.ilana.sql;

/** All columns of a source of the query. */
public record AllColumns(String source) implements Expression {

    public AllColumns {
        Names.check(source);
    }
}
