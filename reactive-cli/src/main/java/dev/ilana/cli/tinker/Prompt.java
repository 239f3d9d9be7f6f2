package dev.ilana.cli.tinker;

import dev.ilana.cli.console.CancelledException;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.Exit;
import java.io.PrintWriter;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jspecify.annotations.Nullable;

/** Asks for snippets and runs them, until it is told to end. What fails is said, and the next is asked for. */
final class Prompt {

    private static final String PROMPT = "tinker> ";

    private final Shell shell;
    private final Terminal terminal;
    private final boolean verbose;
    private volatile @Nullable Thread running;
    private volatile boolean interrupted;

    Prompt(Shell shell, Terminal terminal, boolean verbose) {
        this.shell = shell;
        this.terminal = terminal;
        this.verbose = verbose;
    }

    int run(LineReader reader) {
        terminal.handle(Signal.INT, signal -> interrupt());
        while (true) {
            try {
                if (!run(reader.readLine(PROMPT))) {
                    return Exit.OK;
                }
            } catch (UserInterruptException e) {
                // What was typed is dropped.
            } catch (EndOfFileException e) {
                return Exit.OK;
            }
        }
    }

    /** Whether there is more to come. */
    private boolean run(String text) {
        Source source = new Source("", text);
        SnippetReader snippets = new SnippetReader(shell.session().analysis(), source);
        interrupted = false;
        running = Thread.currentThread();
        try {
            for (Code code = snippets.next(); code != null; code = snippets.next()) {
                if (!shell.run(code, source)) {
                    return false;
                }
            }
        } catch (CommandFailedException | CancelledException e) {
            report(e);
        } finally {
            running = null;
            // An interrupt that came too late is not that of the next one.
            var unused = Thread.interrupted();
        }
        return true;
    }

    /** What waits, in a snippet or for what it gave, ends with an error and cancels its publisher. */
    private void interrupt() {
        Thread thread = running;
        if (thread != null) {
            interrupted = true;
            thread.interrupt();
        }
    }

    private void report(RuntimeException error) {
        PrintWriter out = terminal.writer();
        out.println(interrupted ? "cancelled" : error.getMessage());
        Throwable cause = error.getCause();
        if (verbose && cause != null && !interrupted) {
            cause.printStackTrace(out);
        }
        out.flush();
    }
}
