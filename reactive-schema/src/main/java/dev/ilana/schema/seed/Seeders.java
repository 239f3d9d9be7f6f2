package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Seeds;
import dev.ilana.schema.seed.SeedEvent.Finished;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Seeders to be run one after the other. It is immutable; nothing happens before what {@link #run} gives is subscribed, and
 * subscribing twice runs twice. An error or a cancel ends the run; nothing of it is left open, and what was written outside
 * of a transaction stays.
 */
public final class Seeders implements Seeds {

    private final List<Seeder> seeders;
    private final MigratorSettings settings;
    private final boolean together;

    private Seeders(List<Seeder> seeders, MigratorSettings settings, boolean together) {
        this.seeders = List.copyOf(seeders);
        this.settings = settings;
        this.together = together;
    }

    /** These seeders, in this order. */
    public static Seeders of(Seeder... seeders) {
        return new Seeders(List.of(seeders), MigratorSettings.DEFAULT, false);
    }

    /**
     * The same where these settings hold: where this is, for {@link SeedPlan}s that are not told, and whether {@link
     * Seeding#wipeDatabase()} may destroy data.
     */
    public Seeders with(MigratorSettings newSettings) {
        return new Seeders(seeders, newSettings, together);
    }

    /** The same in one transaction of the database that it runs on: all of their rows are there in the end, or none. */
    public Seeders withinTransaction() {
        return new Seeders(seeders, settings, true);
    }

    /** Runs them on that database; ends with a {@link SeedFailedException} at the first that fails. */
    public Flux<SeedEvent> run(Database database) {
        return Flux.defer(() -> {
            SeedLog log = new SeedLog();
            SeedRun run = new SeedRun(log, settings);
            Mono<Void> all = Flux.fromIterable(seeders)
                    .concatMap(seeder -> run.run(seeder, database, List.of(), Map.of()), 1)
                    .then();
            Flux<SeedEvent> work = (together ? database.transaction(() -> all) : all)
                    .thenMany(Flux.<SeedEvent>empty())
                    .doOnTerminate(log::end);
            return Flux.mergeDelayError(2, log.events(), work);
        });
    }

    /** {@link #run}, as a deploy has it: none of them wipes the database. */
    @Override
    public Flux<String> seed(Database database) {
        return with(settings.withProhibitDestructive(true))
                .run(database)
                .ofType(Finished.class)
                .map(finished -> SeedRun.done(finished.seed(), finished.rows()));
    }
}
