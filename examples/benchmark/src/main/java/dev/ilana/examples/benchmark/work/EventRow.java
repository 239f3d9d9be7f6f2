package dev.ilana.examples.benchmark.work;

import java.time.Instant;

/** An event as hand-written code holds it. */
public record EventRow(long id, String kind, String payload, Instant createdAt) {}
