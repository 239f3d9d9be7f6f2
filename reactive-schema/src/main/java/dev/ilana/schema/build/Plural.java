package dev.ilana.schema.build;

import dev.ilana.error.InvalidUsageException;
import java.util.regex.Pattern;

/** The table that the name of a foreign key means, by the regular plural. */
final class Plural {

    private static final String SUFFIX = "_id";
    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
    private static final Pattern SIBILANT = Pattern.compile(".*(s|x|z|ch|sh)");

    private Plural() {}

    static String tableOf(String column) {
        if (!column.endsWith(SUFFIX) || column.length() == SUFFIX.length()) {
            throw new InvalidUsageException("column \"" + column
                    + "\" does not tell the table it references; say it, as in constrained(\"users\")");
        }
        return of(column.substring(0, column.length() - SUFFIX.length()));
    }

    private static String of(String word) {
        if (CONSONANT_Y.matcher(word).matches()) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return SIBILANT.matcher(word).matches() ? word + "es" : word + "s";
    }
}
