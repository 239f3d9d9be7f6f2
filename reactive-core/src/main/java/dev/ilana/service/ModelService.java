package dev.ilana.service;

import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.WritableTable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The everyday work on the rows of a model. Rows are chosen by the values of their attributes: a collection stands for any
 * of its values, null for null, no attribute for every row.
 *
 * @param <M> the model
 */
public final class ModelService<M extends Model<M>> {

    private final WritableTable<M> table;

    public ModelService(WritableTable<M> table) {
        this.table = table;
    }

    /** The table whose rows these are. */
    public WritableTable<M> table() {
        return table;
    }

    /**
     * Stores a new model of these attributes.
     *
     * @throws dev.ilana.error.MassAssignmentException as an error, when one of them is not fillable
     */
    public Mono<M> create(Map<String, ?> attributes) {
        return Mono.defer(() -> table.make(attributes).save());
    }

    /** Stores a new model for each, in order; each comes out with its key. */
    public Flux<M> insert(Collection<? extends Map<String, ?>> rows) {
        return Flux.defer(() -> table.insertMany(
                Flux.fromIterable(rows.stream().<M>map(table::make).toList())));
    }

    /** The model of that key; empty when there is none. */
    public Mono<M> findById(Object id) {
        return table.find(id);
    }

    /** The model of that key with its relations, by name; empty when there is none. */
    public Mono<M> findByIdWith(Object id, String... relations) {
        return table.with(relations).find(id);
    }

    /** The first model with these attributes; empty when there is none. */
    public Mono<M> findOne(Map<String, ?> attributes) {
        return having(attributes).first();
    }

    /** The first model with these attributes, with its relations, by name; empty when there is none. */
    public Mono<M> findOneWith(Map<String, ?> attributes, String... relations) {
        return having(attributes).with(relations).first();
    }

    /** Every model. */
    public Flux<M> findAll() {
        return table.all();
    }

    /** The models with these attributes. */
    public Flux<M> findAll(Map<String, ?> attributes) {
        return having(attributes).get();
    }

    /** The models with these attributes, with their relations, by name. */
    public Flux<M> findAllWith(Map<String, ?> attributes, String... relations) {
        return having(attributes).with(relations).get();
    }

    /** How many models have these attributes. */
    public Mono<Long> count(Map<String, ?> attributes) {
        return having(attributes).count();
    }

    /**
     * Sets the values in the rows with these attributes; gives their number.
     *
     * @throws dev.ilana.error.UnconditionalWriteException when no attribute is given
     */
    public Mono<Long> update(Map<String, ?> attributes, Map<String, ?> values) {
        return having(attributes).update(values);
    }

    /**
     * Removes the rows with these attributes, softly where the table has soft deletes; gives their number.
     *
     * @throws dev.ilana.error.UnconditionalWriteException when no attribute is given
     */
    public Mono<Long> delete(Map<String, ?> attributes) {
        return having(attributes).delete();
    }

    /** Adds any number of rows of these attributes, by few statements; gives their number. */
    public Mono<Long> bulkInsert(Collection<? extends Map<String, ?>> rows) {
        return Mono.defer(
                () -> table.bulkInsert(rows.stream().<M>map(table::make).toList()));
    }

    /** Writes what is dirty in each of the models, by few statements; gives the number of rows written. */
    public Mono<Long> bulkUpdate(Collection<M> models) {
        return table.bulkUpdate(models);
    }

    /** Removes the rows of these keys, by few statements; gives the number of those that were there. */
    public Mono<Long> bulkDelete(Collection<?> keys) {
        return table.bulkDeleteKeys(keys);
    }

    private ModelQuery<M> having(Map<String, ? extends @Nullable Object> attributes) {
        ModelQuery<M> query = table.query();
        for (Map.Entry<String, ? extends @Nullable Object> attribute : attributes.entrySet()) {
            Object value = attribute.getValue();
            query = value instanceof Collection<?> values
                    ? query.whereIn(attribute.getKey(), values)
                    : query.where(attribute.getKey(), value);
        }
        return query;
    }
}
