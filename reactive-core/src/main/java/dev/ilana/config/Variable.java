package dev.ilana.config;

/** A variable of the environment, or of {@code .env}. */
record Variable(String value, Origin origin) {}
