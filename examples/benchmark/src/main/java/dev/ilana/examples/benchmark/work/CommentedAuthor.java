package dev.ilana.examples.benchmark.work;

import java.util.List;

/** A user with its posts and their comments as hand-written code holds them; also the form in which answers are compared. */
public record CommentedAuthor(UserRow user, List<CommentedPost> posts) {}
