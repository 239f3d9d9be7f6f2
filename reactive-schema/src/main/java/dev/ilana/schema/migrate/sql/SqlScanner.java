package dev.ilana.schema.migrate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a text once and cuts it where its statements end. */
final class SqlScanner {

    /** What stands between statements: a statement, or a line comment of its own, which may be a word to us. */
    record Piece(String text, int line, boolean isComment) {}

    private static final Pattern DELIMITER = Pattern.compile("(?i)delimiter[ \\t]+(\\S+)[ \\t]*(?:\\r?\\n|$)");
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*");
    private static final Pattern COPY_FROM_STDIN = Pattern.compile("(?is)copy\\s.*\\sfrom\\s+stdin\\b.*");

    private final String text;
    private final SqlLexis lexis;
    private final List<Piece> pieces = new ArrayList<>();
    private final RoutineBody body = new RoutineBody();

    private String delimiter = ";";
    private int at;
    /** Where the statement began; -1 between statements. */
    private int start = -1;

    private int parentheses;
    private int openedAt;
    private int lines = 1;
    private int countedTo;

    SqlScanner(String text, SqlLexis lexis) {
        // A byte order mark is no part of the first statement.
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lexis = lexis;
    }

    List<Piece> pieces() {
        while (at < text.length()) {
            step();
        }
        if (parentheses > 0) {
            throw malformed(openedAt, "a parenthesis is opened here and never closed");
        }
        if (body.isOpen()) {
            throw malformed(start, "this routine's \"begin\" has no \"end\"");
        }
        endStatement();
        return pieces;
    }

    private void step() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (isLineComment(c)) {
            lineComment();
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (start < 0 && isCommand(c)) {
            command(c);
        } else if (text.startsWith(delimiter, at) && parentheses == 0 && !body.isOpen()) {
            endStatement();
            at += delimiter.length();
        } else {
            begin();
            token(c);
        }
    }

    private void token(char c) {
        if (c == '\'') {
            quoted(c, lexis.backslashes());
        } else if (c == '"') {
            quoted(c, lexis.backslashes());
        } else if (c == '`' && lexis.mySqlWords()) {
            quoted(c, false);
        } else if (c == '$' && lexis.dollars()) {
            dollar();
        } else if (Character.isDigit(c)) {
            // So that the $ of 1$ and the e of 1e'' begin nothing.
            skipWhile(SqlScanner::isWordPart);
        } else if (c == '_' || Character.isLetter(c)) {
            word();
        } else {
            parenthesis(c);
            at++;
        }
    }

    private void parenthesis(char c) {
        if (c == '(') {
            openedAt = parentheses == 0 ? at : openedAt;
            parentheses++;
        } else if (c == ')' && parentheses > 0) {
            parentheses--;
        }
    }

    private void begin() {
        if (start < 0) {
            start = at;
        }
    }

    private void endStatement() {
        if (start >= 0) {
            String statement = text.substring(start, at).stripTrailing();
            if (COPY_FROM_STDIN.matcher(statement).matches()) {
                throw malformed(start, "\"copy … from stdin\" needs psql; write the rows as an insert");
            }
            pieces.add(new Piece(statement, line(start), false));
        }
        start = -1;
        body.reset();
    }

    // Comments

    private boolean isLineComment(char c) {
        if (c == '#') {
            return lexis.mySqlWords();
        }
        boolean dashes = text.startsWith("--", at);
        boolean spaced = at + 2 >= text.length() || Character.isWhitespace(text.charAt(at + 2));
        return dashes && (spaced || !lexis.mySqlWords());
    }

    private void lineComment() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        String words =
                text.substring(at + (text.charAt(at) == '#' ? 1 : 2), end).strip();
        if (SqlScript.isSection(words) && parentheses == 0 && !body.isOpen()) {
            endStatement();
        }
        if (start < 0) {
            pieces.add(new Piece(words, line(at), true));
        }
        at = end;
    }

    private void blockComment() {
        boolean isRun = lexis.mySqlWords() && (text.startsWith("/*!", at) || text.startsWith("/*M!", at));
        if (isRun) {
            begin();
        }
        int opened = at;
        int depth = 0;
        do {
            if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (text.startsWith("/*", at) && (depth == 0 || lexis.nestedComments())) {
                depth++;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        if (depth > 0) {
            throw malformed(opened, "a comment is opened here and never closed");
        }
    }

    // Quotes

    private void quoted(char quote, boolean backslashes) {
        int opened = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && backslashes) {
                at++;
            } else if (c == quote) {
                // A doubled quote ends one part and begins the next, which comes to the same.
                return;
            }
        }
        throw malformed(opened, "a " + quote + " is opened here and never closed");
    }

    private void dollar() {
        Matcher tag = DOLLAR_TAG.matcher(text).region(at, text.length());
        if (!tag.lookingAt() || (!lexis.dollarTags() && tag.group().length() > 2)) {
            at++;
            return;
        }
        int end = text.indexOf(tag.group(), tag.end());
        if (end < 0) {
            throw malformed(at, "a " + tag.group() + " is opened here and never closed");
        }
        at = end + tag.group().length();
    }

    private void word() {
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            at++;
            return;
        }
        boolean escapes = lexis.escapeStrings() && word.group().equalsIgnoreCase("e");
        at = word.end();
        if (escapes && at < text.length() && text.charAt(at) == '\'') {
            quoted('\'', true);
        } else if (lexis.atomicBodies()) {
            body.next(word.group().toLowerCase(Locale.ROOT));
        }
    }

    // What is a word to a client, and no statement

    private boolean isCommand(char c) {
        return c == '\\'
                || (lexis.mySqlWords()
                        && DELIMITER.matcher(text).region(at, text.length()).lookingAt());
    }

    private void command(char c) {
        if (c == '\\') {
            throw malformed(at, "this is a command of psql, and no SQL");
        }
        Matcher command = DELIMITER.matcher(text).region(at, text.length());
        if (command.lookingAt()) {
            delimiter = command.group(1);
            at = command.end();
        }
    }

    // Places

    private void skipWhile(java.util.function.IntPredicate part) {
        while (at < text.length() && part.test(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isWordPart(int c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    /** Counts on from where it was last asked for, as a file may have a hundred thousand statements. */
    private int line(int position) {
        if (position < countedTo) {
            countedTo = 0;
            lines = 1;
        }
        for (; countedTo < position; countedTo++) {
            lines += text.charAt(countedTo) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private MalformedSqlException malformed(int position, String what) {
        int column = position - text.lastIndexOf('\n', position - 1);
        return new MalformedSqlException(line(position), column, what);
    }
}
