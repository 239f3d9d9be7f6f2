package dev.ilana.cli;

import dev.ilana.schema.migrate.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r migrate:fresh} */
@Command(
        name = "migrate:fresh",
        description = "Drops everything in the database and applies every migration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:fresh"})
final class FreshCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--no-dump",
            description = "Run every migration, also in an empty database that a dump is there for.")
    private boolean noDump;

    @Option(names = "--pretend", description = "Show the SQL, and send none of it.")
    private boolean pretend;

    @Option(names = "--force", description = "Also in production.")
    private boolean force;

    @Override
    public Integer call() {
        boolean forced = pretend || options.confirmed(force, "migrate:fresh");
        return options.withMigrator(
                forced,
                (migrator, console) -> pretend
                        ? console.sql(from(migrator).pretending().fresh(), "Nothing to migrate.")
                        : console.report(from(migrator).fresh(), "Nothing to migrate."));
    }

    private Migrator from(Migrator migrator) {
        return noDump ? migrator.withoutDump() : migrator;
    }
}
