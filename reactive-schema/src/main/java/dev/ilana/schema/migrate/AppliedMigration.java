package dev.ilana.schema.migrate;

import java.time.Instant;

/** A migration that the history says was applied. */
record AppliedMigration(MigrationName name, int batch, Instant appliedAt) {}
