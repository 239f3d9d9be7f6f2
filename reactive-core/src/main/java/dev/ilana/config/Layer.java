package dev.ilana.config;

/** Where a setting may be said. An earlier one counts before a later one. */
enum Layer {
    CODE,
    ENVIRONMENT,
    DOT_ENV,
    FILE
}
