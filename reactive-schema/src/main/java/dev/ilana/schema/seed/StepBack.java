package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the rows of a step back, the last first; those that are gone are nothing to do. */
record StepBack(TableStep step, SeedConfig config) implements Seeder {

    @Override
    public String name() {
        return step.name();
    }

    @Override
    public Publisher<?> run(Seeding seeding) {
        // A row that another of the table references goes in a statement after that one's.
        int size = step.referencesItself() ? 1 : Seeding.BATCH;
        Database database = seeding.database();
        return seeding.inBatches(
                step.seed().count(),
                step.seed().backward(size).map(rows -> reacting(seeding, database.transaction(() -> deleted(rows)))));
    }

    private Mono<Long> reacting(Seeding seeding, Mono<Long> deletion) {
        return switch (config.onRollbackError()) {
            case THROW -> deletion;
            case IGNORE -> deletion.onErrorResume(error -> Mono.just(0L));
            case WARN ->
                deletion.onErrorResume(error -> {
                    seeding.warn("rows were not taken back: " + error.getMessage());
                    return Mono.just(0L);
                });
        };
    }

    private Mono<Long> deleted(List<Map<String, ?>> rows) {
        if (!config.deletesByKey()) {
            return each(rows, List.of());
        }
        List<String> key = step.key();
        if (key.isEmpty() || rows.stream().anyMatch(row -> key.stream().anyMatch(column -> row.get(column) == null))) {
            throw new InvalidUsageException("a row of " + step.name() + " was seeded without its key " + key
                    + ": say upsert(key), or withDeleteByKey(false)");
        }
        if (key.size() > 1) {
            return each(rows, key);
        }
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(key.get(0))));
        return query().bulkDelete(key.get(0), values);
    }

    /** Row by row, each by these of its columns; by all for none. */
    private Mono<Long> each(List<Map<String, ?>> rows, List<String> columns) {
        return Flux.fromIterable(rows)
                .concatMap(
                        row -> {
                            Query found = query();
                            for (String column : columns.isEmpty() ? row.keySet() : columns) {
                                found = found.where(column, row.get(column));
                            }
                            return found.delete();
                        },
                        1)
                .reduce(0L, Long::sum);
    }

    private Query query() {
        return Query.table(step.name());
    }
}
