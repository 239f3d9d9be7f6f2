package dev.ilana.cli.option;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.Surroundings;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How a command talks, and what it finds around it: the same for every command. */
public final class CommonOptions {

    public static final String VERBOSE = "--verbose";

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Leave out remarks; what was done or found is printed, and errors.")
    private boolean quiet;

    @Option(names = "--no-interaction", description = "Never ask.")
    private boolean noInteraction;

    @Option(names = VERBOSE, description = "Show the stack trace of an error.")
    private boolean verbose;

    private @Nullable CommandLine command;
    private Surroundings surroundings = Surroundings.OF_PROCESS;

    /** These are of that command, which is run there. */
    public void of(CommandLine itsCommand, Surroundings itsSurroundings) {
        command = itsCommand;
        surroundings = itsSurroundings;
    }

    public Console console() {
        CommandLine its = Objects.requireNonNull(command, "options outside of a command");
        return new Console(its.getOut(), its.getErr(), json, quiet);
    }

    /** Where the command is run. */
    public Path directory() {
        return surroundings.directory();
    }

    /** The variables of the environment. */
    public Map<String, String> environment() {
        return surroundings.environment();
    }

    boolean verbose() {
        return verbose;
    }

    /** Whether a person is there, and may be asked. */
    boolean attended() {
        return !noInteraction && surroundings.terminal().isThere();
    }

    /** What is given on standard input. */
    Reader input() {
        return surroundings.terminal().input();
    }

    /** What the person at the terminal answers; null when there is nobody to ask. */
    @Nullable String ask(String question) {
        return noInteraction ? null : surroundings.terminal().ask(question);
    }
}
