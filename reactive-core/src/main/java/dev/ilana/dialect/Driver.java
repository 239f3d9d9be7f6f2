package dev.ilana.dialect;

import java.util.Map;

/**
 * The R2DBC driver of a database.
 *
 * @param name what the driver calls itself
 * @param artifact where it is had: group and artifact id
 * @param embedded whether the database runs in this JVM, so that a URL names no host
 * @param defaults what a connection is told where its URL does not say otherwise
 */
public record Driver(String name, String artifact, boolean embedded, Map<String, Object> defaults) {}
