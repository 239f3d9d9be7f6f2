package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;

/**
 * What a run has while it holds the lock.
 *
 * @param database the one being migrated
 * @param control the same by the connection that holds the lock
 * @param history written through {@code control}
 * @param schema where the history is
 */
record Session(Database database, Database control, History history, String schema, MigratorSettings settings) {}
