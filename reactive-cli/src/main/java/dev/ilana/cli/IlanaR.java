package dev.ilana.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ilana-r}: exits with 0 when done, 1 when it failed, 2 when it was called wrongly. */
@Command(
        name = "ilana-r",
        description = "Migrates databases without JDBC.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MigrateCommand.class, RollbackCommand.class, StatusCommand.class})
public final class IlanaR {

    private IlanaR() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command, to be run in this process. */
    static CommandLine commandLine() {
        return new CommandLine(new IlanaR())
                .setExecutionExceptionHandler(new ErrorReport())
                .setParameterExceptionHandler((error, args) -> {
                    CommandLine command = error.getCommandLine();
                    PrintWriter err = command.getErr();
                    err.println(error.getMessage());
                    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    return CommandLine.ExitCode.USAGE;
                });
    }
}
