package dev.ilana.sql;

/** A table joined to the one a query reads, with the rows that fit the condition on both sides. */
public record Join(String table, Criterion on) {

    public Join {
        Names.check(table);
    }
}
