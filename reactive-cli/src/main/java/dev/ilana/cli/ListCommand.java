package dev.ilana.cli;

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
final class ListCommand implements Callable<Integer> {

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
