package dev.ilana.schema.migrate;

import dev.ilana.connection.Health;

/** A database that did not answer, so that a deploy could not begin. Nothing was done. */
public final class UnhealthyDatabaseException extends MigrationException {

    private final transient Health health;

    UnhealthyDatabaseException(Health health) {
        super("the database is not up: " + health.error() + "; nothing was done");
        this.health = health;
    }

    public Health health() {
        return health;
    }
}
