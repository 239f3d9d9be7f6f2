package dev.ilana.examples.tenants;

import dev.ilana.connection.Database;
import dev.ilana.connection.Tenant;
import dev.ilana.error.IlanaException;
import dev.ilana.error.MissingTenantException;
import dev.ilana.examples.tenants.rows.Project;
import dev.ilana.examples.tenants.rows.Task;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.models.ModelSchema;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two tenants do the same with what is their own: in shared tables, and in a schema each. */
public final class MultiTenant {

    private MultiTenant() {}

    /** The one argument is the URL of an empty PostgreSQL database; without it, H2 runs in this JVM. */
    public static void main(String[] args) {
        String url = args.length == 0 || args[0].isBlank() ? "h2:mem:tenants" : args[0];
        try {
            Mono.usingWhen(
                            Mono.fromSupplier(() -> Database.connect(url)),
                            database -> tables(database)
                                    .then(tour("A column says whose a row is", Tracker.ROWS))
                                    .contextWrite(database.use())
                                    .then(schemas(url)),
                            Database::close)
                    .block();
        } catch (IlanaException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Makes the tables that all tenants share. */
    static Mono<Void> tables(Database database) {
        return SchemaRegistry.on(database)
                .register(ModelSchema.of(Project.PROJECTS, Task.TASKS))
                .ensure()
                .then();
    }

    private static Mono<Void> schemas(String url) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> SchemaPerTenant.at(url)),
                tenants -> tenants.add("acme")
                        .then(tenants.add("bolt"))
                        .then(tour("Each has a schema of its own", Tracker.SCHEMAS))
                        .contextWrite(tenants.database().use()),
                SchemaPerTenant::close);
    }

    private static Mono<Void> tour(String title, Tracker<?, ?> tracker) {
        return Mono.<Void>fromRunnable(() -> System.out.println(title))
                .then(tracker.begin("Website", List.of("colours", "words")).contextWrite(Tenant.is("acme")))
                .then(tracker.begin("Website", List.of("a server")).contextWrite(Tenant.is("bolt")))
                .thenMany(Flux.just("acme", "bolt"))
                .concatMap(tenant -> tracker.overview()
                        .doOnNext(line -> System.out.printf("  %s has %s%n", tenant, line))
                        .contextWrite(Tenant.is(tenant)))
                .then(tracker.count())
                .onErrorResume(MissingTenantException.class, error -> {
                    System.out.printf("  nobody: %s%n", error.getMessage());
                    return Mono.empty();
                })
                .then();
    }
}
