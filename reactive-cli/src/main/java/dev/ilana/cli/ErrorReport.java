package dev.ilana.cli;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.option.CommonOptions;
import dev.ilana.error.IlanaException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import reactor.core.Exceptions;

/** Says what failed in one line, with its stack trace only on demand; or how the command is called. */
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Throwable error = Exceptions.unwrap(thrown);
        command.getErr().println(message(error));
        if (error instanceof UsageException) {
            return calledWrongly(command);
        }
        if (command.getParseResult().hasMatchedOption(CommonOptions.VERBOSE)) {
            error.printStackTrace(command.getErr());
        }
        return Exit.of(error);
    }

    /** The library's own messages stand for themselves; any other may need the name of its class to make sense. */
    private static String message(Throwable error) {
        return error instanceof IlanaException ? String.valueOf(error.getMessage()) : error.toString();
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, err);
        return calledWrongly(command);
    }

    private static int calledWrongly(CommandLine command) {
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.USAGE;
    }
}
