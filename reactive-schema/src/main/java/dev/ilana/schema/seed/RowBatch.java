package dev.ilana.schema.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows in their order, of which those next to each other with the same columns can go together. */
record RowBatch(List<? extends Map<String, ?>> rows) {

    /** What the rows with the same columns are written by, one after the other. */
    Mono<Long> written(KnownTable table, Function<List<Map<String, ?>>, Mono<Long>> write) {
        List<List<Map<String, ?>>> alike = alike();
        alike.forEach(some -> table.require(some.get(0).keySet()));
        return Flux.fromIterable(alike).concatMap(write, 1).then(Mono.just((long) rows.size()));
    }

    /** Those with the same columns together, as far as they are next to each other. */
    List<List<Map<String, ?>>> alike() {
        List<List<Map<String, ?>>> groups = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            List<Map<String, ?>> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !last.get(0).keySet().equals(row.keySet())) {
                last = new ArrayList<>();
                groups.add(last);
            }
            last.add(row);
        }
        return groups;
    }
}
