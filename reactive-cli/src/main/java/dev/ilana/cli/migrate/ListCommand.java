package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r migrate:list} */
@Command(
        name = "migrate:list",
        description = "Lists the migrations that are here, without what the database says of them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:list"})
public final class ListCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Override
    public Integer call() {
        return history.of(options)
                .withMigrations()
                .run(it -> it.console().infos(it.migrator().list()));
    }
}
