package dev.ilana.sql;

/** Where a row of the table is, for the databases that know it. */
public record RowAddress(String table) implements Expression {

    public RowAddress {
        Names.check(table);
    }
}
