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
    private HistoryOptions options = new HistoryOptions();

    @Override
    public Integer call() {
        return options.withMigrator((migrator, console) -> console.infos(migrator.list()));
    }
}
