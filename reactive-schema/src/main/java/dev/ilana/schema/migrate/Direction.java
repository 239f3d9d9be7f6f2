package dev.ilana.schema.migrate;

/** Which way a migration runs. */
public enum Direction {
    /** The change is made. */
    UP,
    /** The change is taken back. */
    DOWN;

    String words() {
        return this == UP ? "to migrate" : "to roll back";
    }
}
