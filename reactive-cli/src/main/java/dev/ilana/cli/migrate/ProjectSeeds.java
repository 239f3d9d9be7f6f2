package dev.ilana.cli.migrate;

import dev.ilana.cli.code.FoundSeeder;
import dev.ilana.cli.console.Console;
import dev.ilana.cli.option.Opened;
import dev.ilana.connection.Database;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Seeds;
import dev.ilana.schema.seed.SeedEvent;
import dev.ilana.schema.seed.SeedEvent.Finished;
import dev.ilana.schema.seed.SeedEvent.Skipped;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Seeders of the project, one after the other. What they do is said on the console while they run.
 *
 * @param connection the one that was named: seeders of others are left alone; null to leave none alone
 */
record ProjectSeeds(List<Seeder> seeders, @Nullable String connection, MigratorSettings settings, Console console)
        implements Seeds {

    /** Those of that name; without names, see {@link dev.ilana.cli.code.SeederFinder#find}. */
    static ProjectSeeds of(Opened it, List<String> names) {
        return new ProjectSeeds(
                it.code().seeders(names).stream().map(FoundSeeder::make).toList(),
                it.settings().connection(),
                it.settings(),
                it.console());
    }

    Flux<SeedEvent> run(Database database) {
        return run(database, settings);
    }

    private Flux<SeedEvent> run(Database database, MigratorSettings allowing) {
        SeedReport report = new SeedReport(console);
        Flux<SeedEvent> others = Flux.fromIterable(seeders)
                .filter(seeder -> !isMeant(seeder))
                .map(seeder -> new Skipped(seeder.name(), "it is for the connection " + seeder.connection()));
        Seeder[] meant = seeders.stream().filter(this::isMeant).toArray(Seeder[]::new);
        return Flux.concat(others, Seeders.of(meant).with(allowing).run(database))
                .doOnNext(report::say);
    }

    private boolean isMeant(Seeder seeder) {
        return connection == null || seeder.connection() == null || connection.equals(seeder.connection());
    }

    /** After migrations, whose lock is held: none of the seeders wipes the database. */
    @Override
    public Flux<String> seed(Database database) {
        return run(database, settings.withProhibitDestructive(true))
                .ofType(Finished.class)
                .map(Finished::seed);
    }
}
