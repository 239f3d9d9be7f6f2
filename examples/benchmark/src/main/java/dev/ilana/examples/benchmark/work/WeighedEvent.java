package dev.ilana.examples.benchmark.work;

/** An event and the weight of its kind, as hand-written code holds it. */
public record WeighedEvent(EventRow event, int weight) {}
