package dev.ilana.schema.relations;

import dev.ilana.model.Inflector;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Names of tables and of their rows, also where a database keeps them in capitals. */
public final class Nouns {

    private Nouns() {}

    /** The name of one row of the table. */
    public static String singular(String name) {
        return inLetters(name, Inflector::singular);
    }

    /** The name of several rows: that of the table, where it is a plural already. */
    public static String plural(String name) {
        return inLetters(name, word -> Inflector.plural(Inflector.singular(word)));
    }

    private static String inLetters(String name, UnaryOperator<String> inflected) {
        boolean capitals =
                name.equals(name.toUpperCase(Locale.ROOT)) && name.chars().anyMatch(Character::isUpperCase);
        return capitals
                ? inflected.apply(name.toLowerCase(Locale.ROOT)).toUpperCase(Locale.ROOT)
                : inflected.apply(name);
    }
}
