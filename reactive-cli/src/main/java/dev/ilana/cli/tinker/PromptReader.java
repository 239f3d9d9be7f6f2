package dev.ilana.cli.tinker;

import java.util.List;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/** The line editor of the prompt. */
final class PromptReader {

    private static final List<String> STYLES = List.of(
            LineReader.COMPLETION_STYLE_STARTING,
            LineReader.COMPLETION_STYLE_DESCRIPTION,
            LineReader.COMPLETION_STYLE_GROUP,
            LineReader.COMPLETION_STYLE_SELECTION);

    private PromptReader() {}

    static LineReader of(Terminal terminal, SourceCodeAnalysis analysis, Map<String, String> environment) {
        LineReader reader = LineReaderBuilder.builder()
                .appName("ilana-r")
                .terminal(terminal)
                .parser(new SnippetParser(analysis))
                .completer(new SnippetCompleter(analysis))
                // An exclamation mark is Java's.
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   ...> ")
                .build();
        HistoryFile.of(environment).ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            STYLES.forEach(style -> reader.setVariable(style, ""));
        }
        return reader;
    }
}
