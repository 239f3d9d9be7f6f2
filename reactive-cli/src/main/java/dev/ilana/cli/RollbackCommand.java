package dev.ilana.cli;

import dev.ilana.schema.migrate.Rollback;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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

    @Option(names = "--to", paramLabel = "NAME", description = "Take back those after that one, which stays.")
    private @Nullable String to;

    @Option(names = "--batch", paramLabel = "N", description = "Take back those of that run.")
    private @Nullable Integer batch;

    @Option(names = "--pretend", description = "Show the SQL, and send none of it.")
    private boolean pretend;

    @Option(names = "--force", description = "Also in production.")
    private boolean force;

    @Override
    public Integer call() {
        Rollback chosen = rollback(options.console());
        boolean forced = pretend || options.confirmed(force, "migrate:rollback");
        return options.withMigrator(
                forced,
                (migrator, console) -> pretend
                        ? console.sql(migrator.pretending().rollback(chosen), "Nothing to roll back.")
                        : console.report(migrator.rollback(chosen), "Nothing to roll back."));
    }

    private Rollback rollback(Console console) {
        long chosen = java.util.stream.Stream.of(step, to, batch)
                .filter(java.util.Objects::nonNull)
                .count();
        if (chosen > 1) {
            throw new ParameterException(console.commandLine(), "--step, --to and --batch exclude each other");
        }
        if (step != null) {
            if (step < 1) {
                throw new ParameterException(console.commandLine(), "--step must be at least 1, not " + step);
            }
            return Rollback.steps(step);
        }
        if (to != null) {
            return Rollback.to(to);
        }
        return batch == null ? Rollback.lastBatch() : Rollback.batch(batch);
    }
}
