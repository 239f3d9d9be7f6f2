package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.schema.migrate.Rollback;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r migrate:refresh} */
@Command(
        name = "migrate:refresh",
        description = "Takes back migrations, all unless told otherwise, and applies them again.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:refresh", "  ilana-r migrate:refresh --step 1"})
public final class RefreshCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private RollbackOptions chosen = new RollbackOptions();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Override
    public Integer call() {
        Rollback rollback = chosen.orElse(Rollback.everything());
        return history.of(options)
                .allowing(destructive.allowed(options, "migrate:refresh"))
                .withMigrations()
                .run(it -> destructive.run(
                        seed.from(it.migrator(), it),
                        it.console(),
                        migrator -> migrator.refresh(rollback),
                        "Nothing to refresh."));
    }
}
