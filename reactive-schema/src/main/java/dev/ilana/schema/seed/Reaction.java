package dev.ilana.schema.seed;

/** What is done about something that need not be the end. */
public enum Reaction {
    /** It is told, as a {@link SeedEvent.Warned}, and the run goes on. */
    WARN,
    /** It is an error, which ends the run. */
    THROW,
    /** Nothing. */
    IGNORE
}
