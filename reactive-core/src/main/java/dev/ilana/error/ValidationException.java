package dev.ilana.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model breaks its rules. It says all that is wrong, without the values. Nothing was written. */
public final class ValidationException extends IlanaException {

    private final transient Map<String, List<String>> failures;

    public ValidationException(String table, Map<String, List<String>> failures) {
        super(message(table, failures));
        Map<String, List<String>> copy = new LinkedHashMap<>();
        failures.forEach((column, words) -> copy.put(column, List.copyOf(words)));
        this.failures = Collections.unmodifiableMap(copy);
    }

    /** What is wrong, by the name of the column: {@code {"email": ["must be an e-mail address"]}}. */
    public Map<String, List<String>> failures() {
        return failures;
    }

    private static String message(String table, Map<String, List<String>> failures) {
        List<String> all = new ArrayList<>();
        failures.forEach((column, words) -> words.forEach(each -> all.add(column + " " + each)));
        return "the " + table + " model is not valid: " + String.join("; ", all);
    }
}
