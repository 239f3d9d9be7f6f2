package dev.ilana.cli.migrate;

import dev.ilana.schema.migrate.Migrator;
import picocli.CommandLine.Option;

/** {@code --no-dump}, of the commands that would load a dump. */
final class NoDumpOption {

    @Option(
            names = "--no-dump",
            description = "Run every migration, also in an empty database that a dump is there for.")
    private boolean noDump;

    /** The migrator, without its dump where that was said. */
    Migrator from(Migrator migrator) {
        return noDump ? migrator.withoutDump() : migrator;
    }
}
