package dev.ilana.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ilana-r migrate} */
@Command(
        name = "migrate",
        description = "Applies the migrations that are pending.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate", "  ilana-r migrate --path src/main/migrations --classpath target/classes"})
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        return options.withMigrator(migrator -> console.report(migrator.migrate(), "Nothing to migrate."));
    }
}
