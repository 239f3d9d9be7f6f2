package dev.ilana.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind: a line a thing under a heading, or an object a thing. A column in which nothing is said is left out of
 * the lines.
 *
 * @param things all with the same keys, of which the first is what a thing is called
 */
public record Things(String kind, List<Map<String, @Nullable Object>> things) implements Part {

    @Override
    public List<String> lines() {
        if (things.isEmpty()) {
            return List.of();
        }
        List<String> keys = things.get(0).keySet().stream()
                .filter(key -> things.stream().anyMatch(thing -> Cell.isSaid(thing.get(key))))
                .toList();
        List<String> heading = new ArrayList<>(keys.stream().map(Cell::heading).toList());
        heading.set(0, Cell.heading(kind));
        return new TextTable(
                        heading, things.stream().map(thing -> row(thing, keys)).toList())
                .lines();
    }

    private static List<String> row(Map<String, @Nullable Object> thing, List<String> keys) {
        return keys.stream().map(key -> Cell.text(thing.get(key))).toList();
    }

    @Override
    public Stream<Map<String, @Nullable Object>> objects() {
        return things.stream().flatMap(thing -> new Facts(kind, thing).objects());
    }
}
