package dev.ilana.cli;

import dev.ilana.cli.console.Surroundings;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.make.MakeCastCommand;
import dev.ilana.cli.make.MakeFactoryCommand;
import dev.ilana.cli.make.MakeMigrationCommand;
import dev.ilana.cli.make.MakeModelCommand;
import dev.ilana.cli.make.MakeObserverCommand;
import dev.ilana.cli.make.MakeSeederCommand;
import dev.ilana.cli.make.MakeStubsCommand;
import dev.ilana.cli.make.SetupCommand;
import dev.ilana.cli.migrate.FreshCommand;
import dev.ilana.cli.migrate.ListCommand;
import dev.ilana.cli.migrate.MigrateCommand;
import dev.ilana.cli.migrate.RefreshCommand;
import dev.ilana.cli.migrate.ResetCommand;
import dev.ilana.cli.migrate.ResolveCommand;
import dev.ilana.cli.migrate.RollbackCommand;
import dev.ilana.cli.migrate.SeedCommand;
import dev.ilana.cli.migrate.StatusCommand;
import dev.ilana.cli.migrate.UnlockCommand;
import dev.ilana.cli.migrate.WipeCommand;
import dev.ilana.cli.option.CommonOptions;
import dev.ilana.cli.schema.DiagramCommand;
import dev.ilana.cli.schema.DiffCommand;
import dev.ilana.cli.schema.DumpCommand;
import dev.ilana.cli.schema.EnsureCommand;
import dev.ilana.cli.schema.PullCommand;
import dev.ilana.cli.schema.ValidateCommand;
import dev.ilana.cli.show.AboutCommand;
import dev.ilana.cli.show.HealthCommand;
import dev.ilana.cli.show.ShowCommand;
import dev.ilana.cli.show.TableCommand;
import dev.ilana.cli.tinker.TinkerCommand;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ilana-r}: its exit codes tell a script what happened. */
@Command(
        name = "ilana-r",
        description = "Migrates databases without JDBC.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when there was nothing to do",
            "1:failed; standard error says why; with --lint, something is unsafe; by health, the database is down",
            "2:called wrongly, such as by a seeder's name that there is none of, or the configuration, a Prisma file or a stub is malformed",
            "3:another migrator kept the lock for too long",
            "4:with --check, a migration is pending, missing or out of order, or the schema is another than wanted",
            "5:a migration was edited after it was applied",
            "6:a migration ended midway and waits for migrate:resolve",
            "130:cancelled"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r setup",
            "  export DB_URL=postgresql://user:password@localhost:5432/shop",
            "  ilana-r migrate:status",
            "  ilana-r migrate",
            "  ilana-r migrate:rollback --step 1",
            "  ilana-r migrate --url h2:file:./shop --path src/main/migrations",
            "",
            "'ilana-r COMMAND --help' lists the options of a command."
        },
        subcommands = {
            SetupCommand.class,
            MigrateCommand.class,
            RollbackCommand.class,
            ResetCommand.class,
            RefreshCommand.class,
            FreshCommand.class,
            StatusCommand.class,
            ListCommand.class,
            UnlockCommand.class,
            ResolveCommand.class,
            SeedCommand.class,
            WipeCommand.class,
            ShowCommand.class,
            TableCommand.class,
            MakeModelCommand.class,
            MakeMigrationCommand.class,
            MakeSeederCommand.class,
            MakeFactoryCommand.class,
            MakeObserverCommand.class,
            MakeCastCommand.class,
            MakeStubsCommand.class,
            DumpCommand.class,
            DiffCommand.class,
            EnsureCommand.class,
            PullCommand.class,
            ValidateCommand.class,
            DiagramCommand.class,
            AboutCommand.class,
            HealthCommand.class,
            TinkerCommand.class,
            CompletionCommand.class
        })
public final class IlanaR {

    private IlanaR() {}

    public static void main(String[] args) {
        System.exit(commandLine(Surroundings.OF_PROCESS).execute(args));
    }

    /** The command, to be run in this process. */
    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine ilana = new CommandLine(new IlanaR());
        ilana.getSubcommands()
                .values()
                .forEach(command -> mixins(command.getCommandSpec()).forEach(mixin -> {
                    if (mixin instanceof CommonOptions options) {
                        options.of(command, surroundings);
                    }
                }));
        ErrorReport errors = new ErrorReport();
        return ilana.setExecutionExceptionHandler(errors).setParameterExceptionHandler(errors);
    }

    /** The options that are mixed in, and what is mixed into those. */
    private static Stream<Object> mixins(CommandSpec spec) {
        return spec.mixins().values().stream()
                .flatMap(mixin -> Stream.concat(Stream.of(mixin.userObject()), mixins(mixin)));
    }
}
