package dev.ilana.service;

import dev.ilana.query.Query;
import dev.ilana.query.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The everyday work on the rows of a table without a model, whose key is {@code id}. Rows are chosen by the values of their
 * columns: a collection stands for any of its values, null for null, no column for every row.
 */
public final class RowService {

    private final Query table;

    public RowService(String table) {
        this.table = Query.table(table);
    }

    /** Adds a row; gives it as the database has it. */
    public Mono<Row> create(Map<String, ?> values) {
        return table.insertGetId(values).flatMap(this::findById);
    }

    /** Adds rows, all with the same columns; gives their number. */
    public Mono<Long> insert(List<? extends Map<String, ?>> rows) {
        return table.insert(rows);
    }

    /** The row of that {@code id}; empty when there is none. */
    public Mono<Row> findById(Object id) {
        return table.find(id);
    }

    /** The first row with these values; empty when there is none. */
    public Mono<Row> findOne(Map<String, ?> values) {
        return having(values).first();
    }

    /** Every row. */
    public Flux<Row> findAll() {
        return table.get();
    }

    /** The rows with these values. */
    public Flux<Row> findAll(Map<String, ?> values) {
        return having(values).get();
    }

    /** How many rows have these values. */
    public Mono<Long> count(Map<String, ?> values) {
        return having(values).count();
    }

    /**
     * Sets the new values in the rows with these; gives their number.
     *
     * @throws dev.ilana.error.UnconditionalWriteException when none is given to choose by
     */
    public Mono<Long> update(Map<String, ?> values, Map<String, ?> newValues) {
        return having(values).update(newValues);
    }

    /**
     * Removes the rows with these values; gives their number.
     *
     * @throws dev.ilana.error.UnconditionalWriteException when none is given to choose by
     */
    public Mono<Long> delete(Map<String, ?> values) {
        return having(values).delete();
    }

    /** Adds any number of rows with the same columns, by few statements; gives their number. */
    public Mono<Long> bulkInsert(Collection<? extends Map<String, ?>> rows) {
        return table.bulkInsert(rows);
    }

    /** Sets each row's own values in the row of its {@code id}; gives the number of rows found. */
    public Mono<Long> bulkUpdate(Collection<? extends Map<String, ?>> rows) {
        return table.bulkUpdate(rows, List.of("id"));
    }

    /** Removes the rows of these {@code id}s, by few statements; gives their number. */
    public Mono<Long> bulkDelete(Collection<?> ids) {
        return table.bulkDelete("id", ids);
    }

    private Query having(Map<String, ? extends @Nullable Object> values) {
        Query query = table;
        for (Map.Entry<String, ? extends @Nullable Object> each : values.entrySet()) {
            Object value = each.getValue();
            query = value instanceof Collection<?> any
                    ? query.whereIn(each.getKey(), any)
                    : query.where(each.getKey(), value);
        }
        return query;
    }
}
