package dev.ilana.examples.tenants;

import dev.ilana.connection.Database;
import dev.ilana.connection.SessionSettings;
import dev.ilana.examples.tenants.schemas.Project;
import dev.ilana.examples.tenants.schemas.Task;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.models.ModelSchema;
import reactor.core.publisher.Mono;

/**
 * Tenants with a schema each, in one database with one pool.
 *
 * @param url of PostgreSQL or H2
 * @param database that of all of them
 */
record SchemaPerTenant(String url, Database database) {

    static SchemaPerTenant at(String url) {
        return new SchemaPerTenant(
                url,
                Database.builder(url)
                        .withTenantSchemas(SchemaPerTenant::schemaOf)
                        .build());
    }

    /** Makes the schema of a new tenant, and its tables, by sessions that are in it. */
    Mono<Void> add(String tenant) {
        String schema = schemaOf(tenant);
        return Schema.on(database)
                .createSchema(schema)
                .then(Mono.usingWhen(
                        Mono.fromSupplier(() -> sessionsIn(schema)),
                        own -> SchemaRegistry.on(own)
                                .register(ModelSchema.of(Project.PROJECTS, Task.TASKS))
                                .ensure()
                                .then(),
                        Database::close));
    }

    Mono<Void> close() {
        return database.close();
    }

    private Database sessionsIn(String schema) {
        return Database.builder(url)
                .withSession(SessionSettings.DEFAULT.withSchemas(schema))
                .build();
    }

    private static String schemaOf(Object tenant) {
        return "tenant_" + tenant;
    }
}
