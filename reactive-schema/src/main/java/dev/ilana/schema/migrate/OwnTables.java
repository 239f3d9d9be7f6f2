package dev.ilana.schema.migrate;

import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.migrate.lock.MigrationLock;
import java.util.Set;

/** The tables that the library keeps its own notes in: whatever schema is wanted, they are no part of it. */
public final class OwnTables {

    /** Which schemas the database was given. */
    public static final String SCHEMAS = "ilana_schema";

    /** Which seeders ran, of those that run once. */
    public static final String SEEDS = "ilana_seeds";

    private OwnTables() {}

    /** Their names, with those of the history and the lock of migrators with these settings; they need not be there. */
    public static Set<String> of(MigratorSettings settings) {
        return Set.of(SCHEMAS, SEEDS, settings.table(), MigrationLock.leaseTable(settings.table()));
    }

    /** The schema without them. */
    public static SchemaDefinition leftOutOf(SchemaDefinition schema, MigratorSettings settings) {
        Set<String> own = of(settings);
        return schema.filterTables(table -> !own.contains(table.name().toString()));
    }
}
