package dev.ilana.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Take back so many migrations, whichever run they are of.")
    private @Nullable Integer step;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Integer steps = step;
        if (steps != null && steps < 1) {
            throw new ParameterException(console.commandLine(), "--step must be at least 1, not " + steps);
        }
        return options.withMigrator(migrator -> console.report(
                steps == null ? migrator.rollback() : migrator.rollback(steps), "Nothing to roll back."));
    }
}
