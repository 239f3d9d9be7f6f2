package dev.ilana.cli;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Version;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ilana-r completion} */
@Command(
        name = "completion",
        description = "Prints the script by which bash and zsh complete commands and options.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  source <(ilana-r completion)", "  ilana-r completion > ~/.ilana-r-completion"})
final class CompletionCommand implements Callable<Integer> {

    /** Bash would take the name of a command for several words. */
    private static final String COLONS = "COMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec root = Objects.requireNonNull(spec).root();
        spec.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()) + COLONS);
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
