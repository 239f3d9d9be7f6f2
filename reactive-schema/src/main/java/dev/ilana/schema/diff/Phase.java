package dev.ilana.schema.diff;

/** When a change is made, among others. Whatever a key stands upon is there before it, and goes after it. */
enum Phase {
    SCHEMAS,
    RENAMES,
    TYPES,
    FOREIGN_KEYS_OUT,
    KEYS_OUT,
    COMPUTED_OUT,
    TABLES_IN,
    COLUMNS_IN,
    COLUMNS_CHANGED,
    COLUMNS_OUT,
    COMPUTED_IN,
    TABLES_CHANGED,
    KEYS_IN,
    FOREIGN_KEYS_IN,
    TABLES_OUT,
    TYPES_OUT
}
