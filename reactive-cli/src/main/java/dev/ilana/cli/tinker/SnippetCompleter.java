package dev.ilana.cli.tinker;

import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes names of Java as JShell knows them, and the commands. */
record SnippetCompleter(SourceCodeAnalysis analysis) implements Completer {

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        words(line.line(), line.cursor())
                .forEach(word -> candidates.add(new Candidate(word, word, null, null, null, null, false)));
    }

    /** What may stand in place of the word before the cursor, in order. */
    List<String> words(String line, int cursor) {
        if (line.startsWith(":")) {
            return Commands.NAMES.stream()
                    .filter(name -> name.startsWith(line.substring(0, cursor)))
                    .toList();
        }
        int[] anchor = {0};
        int start = SnippetParser.wordStart(line, cursor);
        List<SourceCodeAnalysis.Suggestion> suggestions = analysis.completionSuggestions(line, cursor, anchor);
        // What stands between the beginning of the word and that of the suggestion; a suggestion may begin before.
        String before = anchor[0] > start ? line.substring(start, anchor[0]) : "";
        int known = Math.max(0, start - anchor[0]);
        Stream<String> words = suggestions.stream()
                .map(SourceCodeAnalysis.Suggestion::continuation)
                .distinct();
        return words.filter(word -> word.length() > known)
                .map(word -> before + word.substring(known))
                .sorted()
                .toList();
    }
}
