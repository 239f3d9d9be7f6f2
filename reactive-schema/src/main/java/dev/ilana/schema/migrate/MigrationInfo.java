package dev.ilana.schema.migrate;

/**
 * A migration as it was given, whatever the database says of it.
 *
 * @param source {@code java} or {@code sql}
 */
public record MigrationInfo(MigrationName migration, String source, boolean withinTransaction) {

    static MigrationInfo of(MigrationName name, Migration migration) {
        return new MigrationInfo(
                name, migration instanceof SqlMigration ? "sql" : "java", migration.withinTransaction());
    }
}
