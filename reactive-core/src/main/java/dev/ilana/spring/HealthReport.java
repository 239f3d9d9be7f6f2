package dev.ilana.spring;

import java.util.Map;

/**
 * How something does.
 *
 * @param status a code of Spring Boot, such as {@link #UP}
 * @param details what to know of it
 */
public record HealthReport(String status, Map<String, ?> details) {

    public static final String UP = "UP";

    public static final String DOWN = "DOWN";

    public HealthReport {
        details = Map.copyOf(details);
    }
}
