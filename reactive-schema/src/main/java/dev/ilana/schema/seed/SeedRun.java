package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.seed.SeedEvent.Failed;
import dev.ilana.schema.seed.SeedEvent.Finished;
import dev.ilana.schema.seed.SeedEvent.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the seeders of one run share, and how one of them is run. */
record SeedRun(SeedLog log, MigratorSettings settings) {

    /** More than anybody nests: a seeder that calls itself. */
    private static final int MOST_NESTED = 100;

    /**
     * Runs the seeder.
     *
     * @param beside the database of who calls it, which is its own too where it names none
     * @param callers those that call it, the outermost first
     */
    Mono<Void> run(Seeder seeder, Database beside, List<String> callers, Map<String, ?> parameters) {
        return Mono.<Void>deferContextual(context -> {
                    String name = seeder.name();
                    Database database = databaseOf(seeder, beside);
                    Seeding seeding = new Seeding(this, database, nested(callers, name), parameters);
                    boolean undone = seeder.withinTransaction() || database.isInTransaction(context);
                    long start = System.nanoTime();
                    log.tell(new Started(name));
                    Mono<Void> work = Mono.defer(
                                    () -> Flux.from(seeder.run(seeding)).then())
                            .contextWrite(database.use());
                    return (seeder.withinTransaction() ? database.transaction(() -> work) : work)
                            .then(Mono.defer(() -> log.note(database, done(name, seeding.rows()))))
                            .doOnSuccess(done -> log.tell(
                                    new Finished(name, seeding.rows(), Duration.ofNanos(System.nanoTime() - start))))
                            .onErrorMap(error -> failed(name, undone ? 0 : seeding.rows(), error));
                })
                // What is wrong with the seeder itself, such as its connection.
                .onErrorMap(error -> !(error instanceof SeedFailedException), error -> failed(seeder.name(), 0, error));
    }

    /** The database of its connection; that of who calls it, where it names none. */
    static Database databaseOf(Seeder seeder, Database beside) {
        String connection = seeder.connection();
        return connection == null ? beside : Databases.named(connection);
    }

    private static List<String> nested(List<String> callers, String name) {
        if (callers.size() == MOST_NESTED) {
            throw new InvalidUsageException("seeders call each other without end: "
                    + String.join(" → ", callers.subList(MOST_NESTED - 3, MOST_NESTED)) + " → " + name);
        }
        List<String> path = new ArrayList<>(callers);
        path.add(name);
        return List.copyOf(path);
    }

    static String done(String name, long rows) {
        return rows == 0 ? name : name + ": " + rows + (rows == 1 ? " row" : " rows");
    }

    /** What failed deepest is what failed: its callers failed of it. */
    private Throwable failed(String name, long rows, Throwable error) {
        log.tell(new Failed(name, rows, error));
        return error instanceof SeedFailedException ? error : new SeedFailedException(name, rows, log.done(), error);
    }
}
