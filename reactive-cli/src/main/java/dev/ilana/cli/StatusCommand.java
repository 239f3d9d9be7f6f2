package dev.ilana.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ilana-r migrate:status} */
@Command(
        name = "migrate:status",
        description = "Lists the migrations: applied, pending, or applied and missing here.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:status", "  ilana-r migrate:status --url h2:file:./shop"})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        return options.withMigrator(migrator -> console.table(migrator.status()));
    }
}
