package dev.ilana.cli;

import dev.ilana.schema.migrate.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r db:wipe} */
@Command(
        name = "db:wipe",
        description = "Drops every table, view, sequence and type, whatever made it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r db:wipe"})
final class WipeCommand implements Callable<Integer> {

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Override
    public Integer call() {
        return options.withoutMigrations(
                destructive.allowed(options, "db:wipe"),
                (migrator, console) -> destructive.run(migrator, console, Migrator::wipe, "The database is empty."));
    }
}
