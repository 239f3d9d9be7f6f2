package dev.ilana.cli.migrate;

import dev.ilana.cli.option.Opened;
import dev.ilana.schema.migrate.Migrator;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --seed}, of the commands that apply migrations. */
final class SeedOption {

    @Option(
            names = "--seed",
            description = "Then run the seeders, as ilana-r seed does, before another migrator can begin.")
    private boolean seed;

    boolean given() {
        return seed;
    }

    /** The migrator, which puts in the rows of the seeders where that was said. They are found and compiled now. */
    Migrator from(Migrator migrator, Opened it) {
        return seed ? migrator.seeding(ProjectSeeds.of(it, List.of())) : migrator;
    }
}
