package dev.ilana.examples.benchmark;

import java.util.List;

/**
 * What was measured; each is empty when it was not asked for.
 *
 * @param product of the database
 * @param factories the table of those
 */
record Measured(String product, List<Result> results, List<Grown> curves, String factories) {}
