package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.schema.migrate.MigrateOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r migrate} */
@Command(
        name = "migrate",
        description = "Applies the migrations that are pending.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r migrate",
            "  ilana-r migrate --pretend",
            "  ilana-r migrate --seed",
            "  ilana-r migrate --path src/main/migrations --classpath target/classes"
        })
public final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private NoDumpOption noDump = new NoDumpOption();

    @Mixin
    private PretendOption pretend = new PretendOption();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Apply these and no others.")
    private List<String> only = List.of();

    @Option(names = "--to", paramLabel = "NAME", description = "Apply up to that one and with it.")
    private @Nullable String to;

    @Option(names = "--step", description = "Make each a batch of its own, to be rolled back by itself.")
    private boolean step;

    @Option(
            names = "--allow-out-of-order",
            description = "Also apply those that come before one that was applied already.")
    private boolean outOfOrder;

    @Option(names = "--lint", description = "Report what is unsafe in those that are pending, and apply none.")
    private boolean lint;

    @Option(names = "--force", description = "With --seed in production: do not ask. Without, migrate asks nothing.")
    private boolean force;

    @Override
    public Integer call() {
        MigrateOptions chosen = options();
        if (lint) {
            return history.of(options)
                    .withMigrations()
                    .run(it -> LintOutcome.by(options.project().settings()).of(it.migrator(), it.console()));
        }
        if (seed.given() && !pretend.given()) {
            options.project().consent().agreedToSeed(force);
        }
        return history.of(options)
                .allowing(force)
                .withMigrations()
                .run(it -> pretend.run(
                        seed.from(noDump.from(it.migrator()), it),
                        it.console(),
                        migrator -> migrator.migrate(chosen),
                        "Nothing to migrate."));
    }

    private MigrateOptions options() {
        MigrateOptions chosen =
                only.isEmpty() ? MigrateOptions.ALL : MigrateOptions.ALL.only(only.toArray(String[]::new));
        chosen = to == null ? chosen : chosen.to(to);
        chosen = step ? chosen.inSteps() : chosen;
        return outOfOrder ? chosen.outOfOrder() : chosen;
    }
}
