package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
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
        footer = {"  ilana-r migrate:fresh", "  ilana-r migrate:fresh --seed"})
public final class FreshCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private NoDumpOption noDump = new NoDumpOption();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Override
    public Integer call() {
        return history.of(options)
                .allowing(destructive.allowed(options, "migrate:fresh"))
                .withMigrations()
                .run(it -> destructive.run(
                        seed.from(noDump.from(it.migrator()), it),
                        it.console(),
                        Migrator::fresh,
                        "Nothing to migrate."));
    }
}
