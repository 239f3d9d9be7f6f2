package dev.ilana.examples.benchmark.work;

import java.util.List;

/** A user with its posts as hand-written code holds them; also the form in which the contestants' answers are compared. */
public record Author(UserRow user, List<PostRow> posts) {}
