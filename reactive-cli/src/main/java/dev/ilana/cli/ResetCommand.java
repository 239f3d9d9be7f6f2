package dev.ilana.cli;

import dev.ilana.schema.migrate.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r migrate:reset} */
@Command(
        name = "migrate:reset",
        description = "Takes back every migration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:reset"})
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Override
    public Integer call() {
        return options.withMigrator(
                destructive.allowed(options, "migrate:reset"),
                (migrator, console) -> destructive.run(migrator, console, Migrator::reset, "Nothing to roll back."));
    }
}
