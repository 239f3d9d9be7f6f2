package dev.ilana.model;

import java.util.Map;

/** The singular of a table's name, for the names of the keys that point at it. */
final class Inflector {

    private static final Map<String, String> IRREGULAR = Map.of(
            "people", "person",
            "children", "child",
            "men", "man",
            "women", "woman",
            "mice", "mouse",
            "feet", "foot",
            "teeth", "tooth",
            "movies", "movie",
            "news", "news",
            "series", "series");

    private Inflector() {}

    static String singular(String plural) {
        int last = plural.lastIndexOf('_') + 1;
        return plural.substring(0, last) + singularWord(plural.substring(last));
    }

    private static String singularWord(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        } else if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        } else if (word.matches(".*(ss|x|z|ch|sh|us)es")) {
            return word.substring(0, word.length() - 2);
        } else if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }
}
