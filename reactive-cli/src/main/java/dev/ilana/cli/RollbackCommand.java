package dev.ilana.cli;

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
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Mixin
    private RollbackOptions chosen = new RollbackOptions();

    @Mixin
    private DestructiveOptions destructive = new DestructiveOptions();

    @Override
    public Integer call() {
        Rollback rollback =
                chosen.orElse(Rollback.lastBatch(), options.console().commandLine());
        return options.withMigrator(
                destructive.allowed(options, "migrate:rollback"),
                (migrator, console) ->
                        destructive.run(migrator, console, it -> it.rollback(rollback), "Nothing to roll back."));
    }
}
