package dev.ilana.examples.benchmark.work;

/** A user and how many posts it has, as hand-written code holds it; also the form in which answers are compared. */
public record CountedUser(UserRow user, long posts) {}
