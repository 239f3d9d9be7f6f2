package dev.ilana.query;

import dev.ilana.sql.Select;

/** A query that can stand inside another: a list of keys, a source of rows, a value. */
public interface Subquery {

    /** The statement, with all that holds for the query without being said. */
    Select asSelect();
}
