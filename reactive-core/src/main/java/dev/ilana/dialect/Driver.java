package dev.ilana.dialect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The R2DBC driver of a database.
 *
 * @param name what the driver calls itself
 * @param artifact where it is had: group and artifact id
 * @param embedded whether the database runs in this JVM, so that a URL names no host
 * @param defaults what a connection is told where its URL does not say otherwise
 */
public record Driver(String name, String artifact, boolean embedded, Map<String, Object> defaults) {

    /** The option of an embedded database that is a list of settings: {@code NAME=VALUE;NAME=VALUE}. */
    static final String SETTINGS = "options";

    private static final Pattern SEPARATOR = Pattern.compile(";");

    /** What the option of that name is where two are given: the second one, but of a list of settings each that it does not name. */
    public Object merged(String option, Object under, Object over) {
        if (!embedded || !option.equals(SETTINGS)) {
            return over;
        }
        Map<String, String> settings = new LinkedHashMap<>();
        SEPARATOR
                .splitAsStream(under + ";" + over)
                .forEach(setting ->
                        settings.put(setting.replaceAll("(?s)=.*", "").strip().toUpperCase(Locale.ROOT), setting));
        return String.join(";", settings.values());
    }
}
