package dev.ilana.model;

import java.util.Locale;

/** Names of columns as those of Java and JavaScript. */
final class CamelCase {

    private CamelCase() {}

    /** {@code createdAt} for {@code created_at}; underscores that no letter or digit stands before stay. */
    static String of(String name) {
        int start = 0;
        while (start < name.length() && name.charAt(start) == '_') {
            start++;
        }
        StringBuilder camel = new StringBuilder(name.substring(0, start));
        for (String word : name.substring(start).split("_+", 0)) {
            camel.append(
                    camel.length() == start ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
