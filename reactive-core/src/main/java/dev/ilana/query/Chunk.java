package dev.ilana.query;

/** What the work on a chunk may give, to say how to go on; all else that it gives is passed over. */
public enum Chunk {
    /** No further chunk is wanted. */
    STOP
}
