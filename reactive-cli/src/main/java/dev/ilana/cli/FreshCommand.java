package dev.ilana.cli;

import dev.ilana.schema.migrate.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private NoDumpOption noDump = new NoDumpOption();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Override
    public Integer call() {
        return options.withMigrator(
                destructive.allowed(options, "migrate:fresh"),
                (migrator, console) ->
                        destructive.run(noDump.from(migrator), console, Migrator::fresh, "Nothing to migrate."));
    }
}
