package dev.ilana.examples.benchmark.work;

import java.time.Instant;

/** A comment in the common form, as hand-written code holds it. */
public record CommentRow(long id, long postId, String body, Instant createdAt) {}
