package dev.ilana.examples.benchmark.work;

import java.util.List;

/** A post with its comments as hand-written code holds them. */
public record CommentedPost(PostRow post, List<CommentRow> comments) {}
