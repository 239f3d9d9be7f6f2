package dev.ilana.relation;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Assignment;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.Queryable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows that one model is related to: a query to go on with, and the place to add more. */
public class RelationQuery<R extends Model<R>> implements Queryable<R> {

    private final ModelQuery<R> query;
    private final Consumer<R> relate;

    RelationQuery(ModelQuery<R> query, Consumer<R> relate) {
        this.query = query;
        this.relate = relate;
    }

    @Override
    public final ModelQuery<R> query() {
        return query;
    }

    /** The related models; none when there is none. */
    public final Flux<R> get() {
        return query.get();
    }

    /** Stores a new related model of these values. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<R> create(Assignment<R>... values) {
        return Mono.defer(() -> save(query.table().make(List.of(values))));
    }

    /** Removes the related rows, softly where their table has soft deletes; gives their number. */
    public Mono<Long> delete() {
        return query.delete();
    }

    /** Stores a new related model of these attributes. */
    public final Mono<R> create(Map<String, ?> attributes) {
        return Mono.defer(() -> save(query.table().make(attributes)));
    }

    /** Relates the model and stores it. */
    public Mono<R> save(R related) {
        return Mono.defer(() -> {
            relate.accept(related);
            return related.save();
        });
    }

    /** The key of a model that others are to point at. */
    static Object storedKey(Model<?> model) {
        Object key = model.getKey();
        if (key == null) {
            throw new InvalidUsageException(model + " has no key yet; save it first");
        }
        return key;
    }
}
