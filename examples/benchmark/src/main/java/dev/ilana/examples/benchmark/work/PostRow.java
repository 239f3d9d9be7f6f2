package dev.ilana.examples.benchmark.work;

import java.time.Instant;

/** A post in the common form, as hand-written code holds it. */
public record PostRow(long id, long userId, String title, int views, Instant createdAt) {}
