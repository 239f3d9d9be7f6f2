package dev.ilana.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that follow from others by convention: tables from models, keys from the tables they point at. */
public final class Inflector {

    /** Words that no rule below gets right, plural and singular in turn. */
    private static final Map<String, String> IRREGULAR = pairs(
            "people person children child men man women woman mice mouse geese goose feet foot teeth tooth oxen ox "
                    + "movies movie cookies cookie calories calorie ties tie lies lie pies pie zombies zombie "
                    + "news news series series species species analytics analytics sheep sheep lens lens atlas atlas "
                    + "buses bus campuses campus statuses status viruses virus bonuses bonus aliases alias canvases canvas "
                    + "gases gas atlases atlas lenses lens quizzes quiz heroes hero potatoes potato tomatoes tomato echoes echo "
                    + "indices index matrices matrix vertices vertex appendices appendix "
                    + "analyses analysis crises crisis bases base diagnoses diagnosis theses thesis "
                    + "wolves wolf shelves shelf knives knife lives life wives wife leaves leaf halves half thieves thief "
                    + "caches cache niches niche avalanches avalanche headaches headache axes axis criteria criterion data data");

    private static final Map<String, String> IRREGULAR_PLURALS = IRREGULAR.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getValue,
                    Map.Entry::getKey,
                    (one, other) -> one.length() > other.length() ? one : other));

    /** Between a small letter or digit and a capital, and before the last capital of several. */
    private static final Pattern SNAKE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private Inflector() {}

    /** The singular of the last word of a name in snake case. */
    public static String singular(String plural) {
        int last = plural.lastIndexOf('_') + 1;
        return plural.substring(0, last) + singularWord(plural.substring(last));
    }

    private static String singularWord(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        } else if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        } else if (word.matches(".*(ss|x|zz|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        } else if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }

    /** The table of a model of that class: {@code blog_posts} of {@code BlogPost}. */
    public static String tableOf(String className) {
        return plural(snake(className));
    }

    /** The name of a class in snake case: {@code blog_post} of {@code BlogPost}. */
    public static String snake(String className) {
        return SNAKE.matcher(className).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** The plural of the last word, a singular, of a name in snake case. */
    public static String plural(String singular) {
        int last = singular.lastIndexOf('_') + 1;
        return singular.substring(0, last) + pluralWord(singular.substring(last));
    }

    private static String pluralWord(String word) {
        String irregular = IRREGULAR_PLURALS.get(word);
        if (irregular != null) {
            return irregular;
        } else if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        } else if (word.matches(".*(s|x|z|ch|sh)")) {
            return word + "es";
        }
        return word + "s";
    }

    private static Map<String, String> pairs(String words) {
        String[] all = words.split(" ", -1);
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            pairs.put(all[i], all[i + 1]);
        }
        return Map.copyOf(pairs);
    }
}
