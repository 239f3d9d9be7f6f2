package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
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
public final class ResetCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Override
    public Integer call() {
        return history.of(options)
                .allowing(destructive.allowed(options, "migrate:reset"))
                .withMigrations()
                .run(it -> destructive.run(it.migrator(), it.console(), Migrator::reset, "Nothing to roll back."));
    }
}
