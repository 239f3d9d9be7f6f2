package dev.ilana.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Statements that leave a session other than it was, with a setting, a transaction, a lock or a table of its own: known by
 * their words, rather one too many than one too few. What a procedure does is not seen.
 */
final class SessionWords {

    /** What lasts for as long as its transaction, or does nothing outside of one. */
    static final Pattern OF_A_TRANSACTION_IN_POSTGRESQL =
            Pattern.compile("(?is)\\A(?:set\\s+(?:local|transaction|constraints)"
                    + "|lock|declare(?!.*\\bwith\\s+hold\\b))\\b|\\bset_config\\s*\\([^;]*,\\s*true\\s*\\)");

    static final Pattern NONE = Pattern.compile("(?!)");

    private static final Set<String> FIRST = Set.of(
            "set",
            "reset",
            "discard",
            "use",
            "begin",
            "start",
            "xa",
            "lock",
            "listen",
            "declare",
            "prepare",
            "deallocate",
            "handler");

    private static final Set<String> TEMPORARY = Set.of("temp", "temporary");

    private static final Pattern LASTING_CALL =
            Pattern.compile("(?i)\\b(?:set_config|get_lock|pg_(?:try_)?advisory_lock(?:_shared)?)\\s*\\(");

    private static final Pattern WORDS_APART = Pattern.compile("[^a-z_]+");
    /** In which CREATE says that a table is temporary. */
    private static final int BEGINNING = 60;

    private SessionWords() {}

    /** @param harmless finds itself in a statement that looks like one, and is none */
    static boolean change(String sql, Pattern harmless) {
        // A semicolon within quotes is taken for an end too.
        return Arrays.stream(sql.split(";"))
                .map(SessionWords::bare)
                .anyMatch(statement ->
                        changes(statement) && !harmless.matcher(statement).find());
    }

    private static boolean changes(String statement) {
        String beginning = statement.substring(0, Math.min(statement.length(), BEGINNING));
        List<String> words = List.of(WORDS_APART.split(beginning.toLowerCase(Locale.ROOT)));
        // Between two semicolons may be no word at all.
        String first = words.isEmpty() ? "" : words.get(0);
        return FIRST.contains(first)
                || (first.equals("create") && words.stream().anyMatch(TEMPORARY::contains))
                || LASTING_CALL.matcher(statement).find();
    }

    /** Without the comments that it begins with. */
    private static String bare(String statement) {
        String rest = statement.strip();
        while (rest.startsWith("--") || rest.startsWith("#") || rest.startsWith("/*")) {
            String end = rest.startsWith("/*") ? "*/" : "\n";
            int after = rest.indexOf(end);
            rest = after < 0 ? "" : rest.substring(after + end.length()).strip();
        }
        return rest;
    }
}
