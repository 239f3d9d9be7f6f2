package dev.ilana.cli.tinker;

import dev.ilana.cli.console.CancelledException;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.tinker.Evaluation.Done;
import dev.ilana.cli.tinker.Evaluation.Failed;
import dev.ilana.cli.tinker.Evaluation.Problem;
import dev.ilana.cli.tinker.Evaluation.Rejected;
import dev.ilana.cli.tinker.Evaluation.Value;
import dev.ilana.error.IlanaException;
import java.util.stream.Collectors;
import reactor.core.Exceptions;

/** Runs snippets and commands one by one, and shows what they give. */
record Shell(Session session, Commands commands, Awaiting awaiting, Printer printer) {

    /**
     * Whether there is more to come.
     *
     * @param source which the code is of
     * @throws CommandFailedException when it does not compile, or fails
     */
    boolean run(Code code, Source source) {
        String place = source.name().isEmpty() ? "" : source.place(code.line());
        if (code.isCommand()) {
            return commanded(code, place);
        }
        Evaluation evaluation = session.evaluate(code.text());
        if (evaluation instanceof Rejected rejected) {
            throw new CommandFailedException(rejected.problems().stream()
                    .map(problem -> text(problem, code, source))
                    .collect(Collectors.joining(System.lineSeparator())));
        } else if (evaluation instanceof Failed failed) {
            throw failed(failed.error(), place);
        } else if (evaluation instanceof Value value) {
            show(value, place);
        } else if (evaluation instanceof Done done && !done.missing().isEmpty()) {
            printer.console().remark("declared, but it needs " + String.join(", ", done.missing()));
        }
        return true;
    }

    private boolean commanded(Code code, String place) {
        try {
            return commands.run(code.text());
        } catch (CommandFailedException e) {
            throw failed(e, place);
        }
    }

    private void show(Value value, String place) {
        try {
            printer.print(awaiting.answer(value.value()));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw failed(e, place);
        }
    }

    private static CommandFailedException failed(Throwable thrown, String place) {
        Throwable error = Exceptions.unwrap(thrown);
        String message = error instanceof IlanaException ? String.valueOf(error.getMessage()) : error.toString();
        return new CommandFailedException(place + message, error);
    }

    /** With its line in a source, or below the line that was typed. */
    private static String text(Problem problem, Code code, Source source) {
        String before = code.text()
                .substring(0, Math.min(problem.position(), code.text().length()));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        if (!source.name().isEmpty()) {
            return source.place(code.line() + line) + problem.message();
        }
        int column = before.length() - (before.lastIndexOf('\n') + 1);
        return code.text().lines().skip(line).findFirst().orElse("")
                + System.lineSeparator()
                + " ".repeat(column)
                + "^"
                + System.lineSeparator()
                + problem.message();
    }
}
