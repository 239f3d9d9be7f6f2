package dev.ilana.cli.tinker;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Asks for another line while a snippet is incomplete; for completion, the word is the name before the cursor. */
record SnippetParser(SourceCodeAnalysis analysis) implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean accepts = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
        if (accepts && SnippetReader.isIncomplete(analysis, line)) {
            throw new EOFError(-1, -1, "incomplete");
        }
        return new Word(line, cursor);
    }

    // A backslash is Java's.
    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** Where the name before that position begins; a command's colon belongs to it. */
    static int wordStart(String line, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
            start--;
        }
        return start == 1 && line.charAt(0) == ':' ? 0 : start;
    }

    private record Word(String line, int cursor) implements CompletingParsedLine {

        @Override
        public String word() {
            return line.substring(wordStart(line, cursor), cursor);
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }
    }
}
