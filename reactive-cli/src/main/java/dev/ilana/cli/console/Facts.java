package dev.ilana.cli.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is true of one thing: a line a fact, or one object. A fact of which nothing is said has no line. */
public record Facts(String kind, Map<String, @Nullable Object> facts) implements Part {

    @Override
    public List<String> lines() {
        List<List<String>> rows = facts.entrySet().stream()
                .filter(fact -> Cell.isSaid(fact.getValue()))
                .map(fact -> List.of(Cell.heading(fact.getKey()), Cell.text(fact.getValue())))
                .toList();
        return rows.isEmpty() ? List.of() : new TextTable(rows.get(0), rows.subList(1, rows.size())).lines();
    }

    @Override
    public Stream<Map<String, @Nullable Object>> objects() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", kind);
        object.putAll(facts);
        return Stream.of(object);
    }
}
