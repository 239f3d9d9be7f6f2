package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r migrate:status} */
@Command(
        name = "migrate:status",
        description =
                "Lists the migrations and how they stand: applied, pending, edited, missing, out of order or failed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:status", "  ilana-r migrate:status --check --json"})
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--check",
            description = "Exit with 4 when one is pending, missing or out of order, 5 when one was edited, 6 when one"
                    + " ended midway.")
    private boolean check;

    @Override
    public Integer call() {
        return history.of(options)
                .withMigrations()
                .run(it -> it.console().statuses(it.migrator().status(), check));
    }
}
