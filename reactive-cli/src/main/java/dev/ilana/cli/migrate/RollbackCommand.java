package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.schema.migrate.Rollback;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r migrate:rollback} */
@Command(
        name = "migrate:rollback",
        description = "Takes back the migrations of the last run.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:rollback", "  ilana-r migrate:rollback --step 1"})
public final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private RollbackOptions chosen = new RollbackOptions();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Override
    public Integer call() {
        Rollback rollback = chosen.orElse(Rollback.lastBatch());
        return history.of(options)
                .allowing(destructive.allowed(options, "migrate:rollback"))
                .withMigrations()
                .run(it -> destructive.run(
                        it.migrator(), it.console(), migrator -> migrator.rollback(rollback), "Nothing to roll back."));
    }
}
