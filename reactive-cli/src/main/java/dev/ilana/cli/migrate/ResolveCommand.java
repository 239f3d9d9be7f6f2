package dev.ilana.cli.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Json;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.schema.migrate.Resolution;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** {@code ilana-r migrate:resolve} */
@Command(
        name = "migrate:resolve",
        description =
                "Says of a migration that ended midway, or was edited, that all or nothing of it is in the database.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:resolve --applied M20261121_093000_CreateUsersTable"})
public final class ResolveCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(names = "--applied", paramLabel = "NAME", description = "All of it is there, as the migration is now.")
    private @Nullable String applied;

    @Option(names = "--rolled-back", paramLabel = "NAME", description = "Nothing of it is there.")
    private @Nullable String rolledBack;

    @Override
    public Integer call() {
        if ((applied == null) == (rolledBack == null)) {
            throw new UsageException("say one of --applied NAME and --rolled-back NAME");
        }
        String name = applied == null ? requireNonNull(rolledBack) : applied;
        Resolution resolution = applied == null ? Resolution.ROLLED_BACK : Resolution.APPLIED;
        return history.of(options)
                .withMigrations()
                .run(it -> it.migrator().resolve(name, resolution).then(Mono.fromSupplier(() -> {
                    String state = applied == null ? "rolled back" : "applied";
                    it.console()
                            .print(
                                    "resolved  " + name + "  " + state,
                                    Json.object("event", "resolved", "migration", name, "as", state));
                    return Exit.OK;
                })));
    }
}
