package dev.ilana.cli.tinker;

import dev.ilana.cli.console.CommandFailedException;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads one snippet after the other off a source. One ends with the line in which it is complete, but where the next line
 * goes on with a dot.
 */
final class SnippetReader {

    private final SourceCodeAnalysis analysis;
    private final Source source;
    private final List<String> lines;
    private int next;
    private String rest = "";
    private int restLine;

    SnippetReader(SourceCodeAnalysis analysis, Source source) {
        this.analysis = analysis;
        this.source = source;
        this.lines = source.text().lines().toList();
    }

    /** Whether that lacks its end, so that more is to be typed. */
    static boolean isIncomplete(SourceCodeAnalysis analysis, String text) {
        return !text.stripLeading().startsWith(":")
                && analysis.analyzeCompletion(text).completeness() == Completeness.DEFINITELY_INCOMPLETE;
    }

    /**
     * The next snippet; null when there is none left. What was read before should have been run, as it may declare what
     * this one needs to be understood.
     *
     * @throws CommandFailedException when the source ends inside of it
     */
    @Nullable Code next() {
        StringBuilder text = new StringBuilder(rest);
        int line = rest.isEmpty() ? next + 1 : restLine;
        rest = "";
        while (true) {
            if (text.isEmpty() || needsMore(text.toString())) {
                if (next == lines.size()) {
                    return last(text.toString(), line);
                } else if (text.toString().isBlank()) {
                    text.setLength(0);
                    line = next + 1;
                }
                text.append(text.isEmpty() ? "" : "\n").append(lines.get(next++));
                continue;
            }
            return complete(text.toString(), line);
        }
    }

    private boolean needsMore(String text) {
        if (text.stripLeading().startsWith(":")) {
            return false;
        }
        Completeness completeness = analysis.analyzeCompletion(text).completeness();
        return !completeness.isComplete() || goesOn();
    }

    private boolean goesOn() {
        for (String line : lines.subList(next, lines.size())) {
            if (!line.isBlank()) {
                return line.stripLeading().startsWith(".");
            }
        }
        return false;
    }

    private Code complete(String text, int line) {
        if (text.stripLeading().startsWith(":")) {
            return new Code(text.strip(), line);
        }
        CompletionInfo info = analysis.analyzeCompletion(text);
        if (info.completeness() == Completeness.UNKNOWN) {
            return code(text, line);
        }
        rest = info.remaining().isBlank() ? "" : info.remaining();
        restLine = line + newlines(text.substring(0, text.length() - rest.length()));
        return code(info.source(), line);
    }

    private @Nullable Code last(String text, int line) {
        if (text.isBlank()) {
            return null;
        }
        CompletionInfo info = analysis.analyzeCompletion(text);
        return switch (info.completeness()) {
            case EMPTY -> null;
            case DEFINITELY_INCOMPLETE ->
                throw new CommandFailedException(source.place(line) + "the snippet that begins here has no end");
            default -> code(text, line);
        };
    }

    /** Without the empty lines before it. */
    private static Code code(String text, int line) {
        String stripped = text.stripLeading();
        return new Code(stripped, line + newlines(text.substring(0, text.length() - stripped.length())));
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
