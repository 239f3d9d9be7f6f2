package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** A word that is in values and passwords and nowhere else: where it is seen, something has leaked. */
final class Canary {

    static final String WORD = "canary7431";

    private Canary() {}

    /** Looks at the error, its causes and what they suppress: messages, words and the text that a log would print. */
    static void assertNotIn(String what, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).as(what).doesNotContainIgnoringCase(WORD);
        look(what, error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void look(String what, Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return;
        }
        assertThat(error.getMessage() + error.getLocalizedMessage() + error)
                .as(what)
                .doesNotContainIgnoringCase(WORD);
        if (error.getCause() != null) {
            look(what, error.getCause(), seen);
        }
        for (Throwable suppressed : error.getSuppressed()) {
            look(what, suppressed, seen);
        }
    }
}
