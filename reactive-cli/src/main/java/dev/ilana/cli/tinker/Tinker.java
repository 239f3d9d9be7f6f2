package dev.ilana.cli.tinker;

import dev.ilana.cli.code.LoadedModels;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.Console;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.Opened;
import dev.ilana.connection.Databases;
import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The shell of a project, on its open database. */
record Tinker(DatabaseOptions options, Opened opened, SqlEcho sql, int limit) {

    /** Runs these, or asks a person where there are none; then the exit code. */
    int run(List<Source> sources) {
        LoadedModels models = opened.code().importableModels();
        // Chains that a snippet subscribes to by itself run there too.
        Databases.setDefault(opened.database());
        try (Session session = Session.of(models.classpath(), models.loader())) {
            start(session, models);
            return sources.isEmpty()
                    ? ask(session, models)
                    : new Script(shell(session, models, opened.console(), () -> 0), sources).run();
        }
    }

    private void start(Session session, LoadedModels models) {
        Start start = new Start(models.models(), options.project().settings().connection());
        start.withoutPackage()
                .forEach(name -> opened.console().remark(name + " has no package, so it can't be imported."));
        for (String snippet : start.snippets()) {
            if (!(session.evaluate(snippet) instanceof Evaluation.Done)) {
                throw new CommandFailedException("can't begin: " + snippet);
            }
        }
    }

    private Shell shell(Session session, LoadedModels models, Console console, IntSupplier width) {
        return new Shell(
                session,
                new Commands(console, models.models(), sql),
                new Awaiting(opened.database(), limit),
                new Printer(console, limit, width, new Documents()));
    }

    private int ask(Session session, LoadedModels models) {
        try (Terminal terminal = TerminalBuilder.builder().dumb(true).build()) {
            Console own = opened.console();
            Console console = new Console(terminal.writer(), terminal.writer(), own.json(), own.quiet());
            Shell shell = shell(session, models, console, terminal::getWidth);
            return new Prompt(shell, terminal, options.project().verbose())
                    .run(PromptReader.of(
                            terminal, session.analysis(), options.project().environment()));
        } catch (IOException e) {
            throw new CommandFailedException("can't use the terminal: " + e.getMessage(), e);
        }
    }
}
