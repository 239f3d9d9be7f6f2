package dev.ilana.examples.benchmark;

import java.time.Instant;

/** A post as hand-written code holds it. */
record PostRow(long id, long userId, String title, int views, Instant createdAt) {}
