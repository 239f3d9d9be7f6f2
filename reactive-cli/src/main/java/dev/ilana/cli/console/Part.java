package dev.ilana.cli.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of what a command shows: lines for people, or objects for scripts, which tell the same. */
public sealed interface Part permits Facts, Things {

    /** Its lines; none where there is nothing to show. */
    List<String> lines();

    /** Its objects, each of which begins with its kind. */
    Stream<Map<String, @Nullable Object>> objects();
}
