package dev.ilana.cli.tinker;

import dev.ilana.cli.code.Classpath;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.tinker.Evaluation.Done;
import dev.ilana.cli.tinker.Evaluation.Failed;
import dev.ilana.cli.tinker.Evaluation.Problem;
import dev.ilana.cli.tinker.Evaluation.Rejected;
import dev.ilana.cli.tinker.Evaluation.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;

/** Runs snippets, each of which sees what those before it have declared. */
final class Session implements AutoCloseable {

    private final InProcessControl control;
    private final JShell shell;

    private Session(InProcessControl control, JShell shell) {
        this.control = control;
        this.shell = shell;
    }

    /** One whose snippets see the classes of that loader, which are in that classpath. */
    static Session of(List<Path> classpath, ClassLoader loader) {
        InProcessControl control = new InProcessControl(loader);
        JShell shell = JShell.builder()
                .executionEngine(control.provider(), Map.of())
                .compilerOptions("-proc:none", "-nowarn")
                .build();
        // By an option its packages would be compiled against, but not completed.
        shell.addToClasspath(Classpath.text(Classpath.withLibrary(classpath)));
        return new Session(control, shell);
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    Evaluation evaluate(String snippet) {
        control.clear();
        // The first event is that of the snippet itself; others are of what it has changed.
        List<SnippetEvent> events = shell.eval(snippet);
        return events.isEmpty() ? new Done(List.of()) : evaluation(events.get(0));
    }

    private Evaluation evaluation(SnippetEvent event) {
        if (event.status() == Status.REJECTED) {
            return new Rejected(shell.diagnostics(event.snippet())
                    .filter(Diag::isError)
                    .map(Session::problem)
                    .toList());
        } else if (event.exception() != null) {
            return new Failed(error(event.exception()));
        }
        return hasResult(event.snippet()) ? new Value(control.value()) : new Done(missing(event.snippet()));
    }

    private Throwable error(JShellException told) {
        if (told instanceof UnresolvedReferenceException unresolved) {
            return new CommandFailedException(
                    unresolved.getSnippet().name() + " needs " + String.join(", ", missing(unresolved.getSnippet())));
        }
        Throwable thrown = control.error();
        return thrown == null ? told : thrown;
    }

    /** An expression has one, but no declaration, assignment or statement. */
    private static boolean hasResult(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || (snippet instanceof ExpressionSnippet && snippet.subKind() != SubKind.ASSIGNMENT_SUBKIND);
    }

    private List<String> missing(Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).toList()
                : List.of();
    }

    private static Problem problem(Diag diagnostic) {
        // Where it is said to be is a class that only JShell knows.
        String message = diagnostic
                .getMessage(Locale.ROOT)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .collect(Collectors.joining(System.lineSeparator()));
        return new Problem(message, (int) Math.max(0, diagnostic.getPosition()));
    }

    @Override
    public void close() {
        shell.close();
    }
}
