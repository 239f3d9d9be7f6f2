package dev.ilana.schema.definition;

/** How an index is built, which tells what it can find. */
public enum IndexMethod {
    /** Sorted: finds equal values and ranges, and reads in order. */
    BTREE,
    /** Finds equal values only. */
    HASH,
    /** Finds what is inside: elements of arrays, keys of JSON, words of text. */
    GIN,
    /** Finds what lies near or overlaps: shapes, ranges. */
    GIST,
    /** {@link #GIST} for what falls into parts that don't overlap, as prefixes. */
    SPGIST,
    /** Very small; finds the pages where values that grow with the table may be. */
    BRIN
}
