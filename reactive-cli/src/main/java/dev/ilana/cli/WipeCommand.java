package dev.ilana.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    private CommonOptions options = new CommonOptions();

    @Option(names = "--pretend", description = "Show the SQL, and send none of it.")
    private boolean pretend;

    @Option(names = "--force", description = "Also in production.")
    private boolean force;

    @Override
    public Integer call() {
        boolean forced = pretend || options.confirmed(force, "db:wipe");
        return options.withoutMigrations(
                forced,
                (migrator, console) -> pretend
                        ? console.sql(migrator.pretending().wipe(), "The database is empty.")
                        : console.report(migrator.wipe(), "The database is empty."));
    }
}
