package dev.ilana.relation;

import dev.ilana.model.Assignment;
import dev.ilana.model.FirstOr;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.Queryable;
import java.util.Collection;
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

    // One more

    /** A new related model of these values, which is not stored. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final R make(Assignment<R>... values) {
        R made = query.table().make(List.of(values));
        relate.accept(made);
        return made;
    }

    /** Stores a new related model of these values. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<R> create(Assignment<R>... values) {
        return Mono.defer(() -> save(query.table().make(List.of(values))));
    }

    /** Stores a new related model of these attributes. */
    public final Mono<R> create(Map<String, ?> attributes) {
        return Mono.defer(() -> save(query.table().make(attributes)));
    }

    /** Stores new related models, one of each of these attributes; all or none. */
    public final Flux<R> createMany(Collection<? extends Map<String, ?>> rows) {
        return Flux.defer(
                () -> saveMany(rows.stream().map(row -> query.table().make(row)).toList()));
    }

    /** Relates the model and stores it. */
    public Mono<R> save(R related) {
        return Mono.defer(() -> {
            relate.accept(related);
            return related.save();
        });
    }

    /** Relates the models and stores them; all or none. */
    public Flux<R> saveMany(Collection<R> related) {
        return query.database()
                .flatMap(db -> db.transaction(
                        () -> Flux.fromIterable(related).concatMap(this::save).collectList()))
                .flatMapIterable(saved -> saved);
    }

    /** The first related model with these values, or else a new one with them and the others, which is not stored. */
    public final Mono<R> firstOrNew(List<Assignment<R>> having, List<Assignment<R>> values) {
        return firstOr(having, values).orNew();
    }

    /** {@link #firstOrNew(List, List)} by name; what is named here need not be fillable. */
    public final Mono<R> firstOrNew(Map<String, ?> having, Map<String, ?> values) {
        return firstOrNew(FirstOr.named(query.table(), having), FirstOr.named(query.table(), values));
    }

    /** The first related model with these values, or else one stored with them and the others. */
    public final Mono<R> firstOrCreate(List<Assignment<R>> having, List<Assignment<R>> values) {
        return firstOr(having, values).orCreate();
    }

    /** {@link #firstOrCreate(List, List)} by name; what is named here need not be fillable. */
    public final Mono<R> firstOrCreate(Map<String, ?> having, Map<String, ?> values) {
        return firstOrCreate(FirstOr.named(query.table(), having), FirstOr.named(query.table(), values));
    }

    /** The first related model with these values, with the others set and saved; or else one stored with them and the others. */
    public final Mono<R> updateOrCreate(List<Assignment<R>> having, List<Assignment<R>> values) {
        return firstOr(having, values).updateOr(values);
    }

    /** {@link #updateOrCreate(List, List)} by name; what is named here need not be fillable. */
    public final Mono<R> updateOrCreate(Map<String, ?> having, Map<String, ?> values) {
        return updateOrCreate(FirstOr.named(query.table(), having), FirstOr.named(query.table(), values));
    }

    private FirstOr<R> firstOr(List<Assignment<R>> having, List<Assignment<R>> values) {
        return new FirstOr<>(
                query,
                made -> {
                    relate.accept(made);
                    return made;
                },
                this::save,
                having,
                values);
    }

    // All of them

    /** Removes the related rows, softly where their table has soft deletes; gives their number. */
    public Mono<Long> delete() {
        return query.delete();
    }

    /** Writes these values into the related rows; gives their number. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<Long> update(Assignment<R>... values) {
        return query.update(values);
    }
}
