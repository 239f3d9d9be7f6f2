package dev.ilana.schema.migrate;

import dev.ilana.schema.build.Schema;
import org.reactivestreams.Publisher;

/** Which way a migration runs. */
public enum Direction {
    /** The change is made. */
    UP,
    /** The change is taken back. */
    DOWN;

    String words() {
        return this == UP ? "to migrate" : "to roll back";
    }

    Publisher<?> of(Migration migration, Schema schema) {
        return this == UP ? migration.up(schema) : migration.down(schema);
    }
}
