package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/**
 * A source joined to the ones that a query reads already, with the rows that fit the condition on both sides.
 *
 * @param lateral whether a derived source may read the columns of the sources before it
 */
public record Join(Kind kind, Source source, @Nullable Criterion on, boolean lateral) {

    /** Which rows stay that have no partner on the other side. */
    public enum Kind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }

    public static Join inner(String table, Criterion on) {
        return new Join(Kind.INNER, Source.parse(table), on, false);
    }
}
