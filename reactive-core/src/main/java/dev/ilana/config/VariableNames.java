package dev.ilana.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which variables of the environment say what of a key. */
final class VariableNames {

    private static final Map<String, List<String>> OF_PROJECT = Map.of(
            "default", List.of("DB_CONNECTION"),
            "environment", List.of("ILANA_ENV"),
            "timezone", List.of("DB_TIMEZONE"));

    /** What may be said of the default connection, beside its URL. */
    private static final Set<String> PARTS = Set.of("host", "port", "database", "username", "password");

    private static final Pattern OF_CONNECTION = Pattern.compile(KnownKeys.CONNECTIONS + "\\.([^.]+)\\.([^.]+)");

    private static final Pattern URL = Pattern.compile("DB_(?:[A-Z0-9_]+_)?URL");

    private VariableNames() {}

    /** Their names, that which counts first before; none where only files and code can say it. */
    static List<String> of(String key, String defaultConnection) {
        Matcher parts = OF_CONNECTION.matcher(key);
        if (!parts.matches()) {
            return OF_PROJECT.getOrDefault(key, List.of());
        }
        String connection = parts.group(1);
        boolean isDefault = connection.equals(defaultConnection);
        if (parts.group(2).equals("url")) {
            String own = "DB_" + upperCase(connection) + "_URL";
            return isDefault ? List.of("DB_URL", own) : List.of(own);
        }
        return isDefault && PARTS.contains(parts.group(2)) ? List.of("DB_" + upperCase(parts.group(2))) : List.of();
    }

    /** Whether a variable of that name may say something of a key, of whatever connection. */
    static boolean isKnown(String variable) {
        return OF_PROJECT.values().stream().anyMatch(names -> names.contains(variable))
                || PARTS.stream().anyMatch(part -> variable.equals("DB_" + upperCase(part)))
                || URL.matcher(variable).matches();
    }

    private static String upperCase(String word) {
        return word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
