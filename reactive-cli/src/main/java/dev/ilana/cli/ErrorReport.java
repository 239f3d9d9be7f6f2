package dev.ilana.cli;

import dev.ilana.error.IlanaException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import reactor.core.Exceptions;

/** Says what failed in one line; with its stack trace only on demand. */
final class ErrorReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Throwable error = Exceptions.unwrap(thrown);
        command.getErr().println(message(error));
        if (command.getParseResult().hasMatchedOption(CommonOptions.VERBOSE)) {
            error.printStackTrace(command.getErr());
        }
        return Exit.of(error);
    }

    /** The library's own messages stand for themselves; any other may need the name of its class to make sense. */
    private static String message(Throwable error) {
        return error instanceof IlanaException ? String.valueOf(error.getMessage()) : error.toString();
    }
}
