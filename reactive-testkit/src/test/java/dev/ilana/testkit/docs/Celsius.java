package dev.ilana.testkit.docs;

/** A temperature. */
public record Celsius(double degrees) {}
