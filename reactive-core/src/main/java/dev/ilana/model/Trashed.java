package dev.ilana.model;

/** Which rows a query of a table with soft deletes sees. */
enum Trashed {
    EXCLUDED,
    INCLUDED,
    ONLY
}
