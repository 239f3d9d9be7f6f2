package dev.ilana.examples.realworld.error;

import java.util.List;
import java.util.Map;

/** {@code {"errors": {"title": ["is required"]}}}. What is of no field in particular is under {@code body}. */
record Errors(Map<String, List<String>> errors) {

    static Errors of(String words) {
        return new Errors(Map.of("body", List.of(words)));
    }
}
