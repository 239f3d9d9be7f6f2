package dev.ilana.relation;

import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rows related to one model through a pivot table: a query, and what attaches and detaches. Each change is one
 * transaction, of few statements for any number of keys; attributes are values of the pivot table's own columns by name.
 */
public final class PivotQuery<R extends Model<R>> extends RelationQuery<R> {

    private final PivotRows<?, R> rows;

    PivotQuery(ModelQuery<R> query, PivotRows<?, R> rows) {
        super(query, unused -> {});
        this.rows = rows;
    }

    // By the pivot table's columns. What they give has no attach and detach, which would be of all rows.

    /** The related rows whose row in the pivot table has this value. */
    public ModelQuery<R> wherePivot(String column, @Nullable Object value) {
        return query().where(rows.name(column), value);
    }

    public ModelQuery<R> wherePivot(String column, String operator, @Nullable Object value) {
        return query().where(rows.name(column), operator, value);
    }

    public ModelQuery<R> wherePivotIn(String column, Collection<?> values) {
        return query().whereIn(rows.name(column), values);
    }

    public ModelQuery<R> wherePivotNotIn(String column, Collection<?> values) {
        return query().whereNotIn(rows.name(column), values);
    }

    public ModelQuery<R> wherePivotBetween(String column, Object low, Object high) {
        return query().whereBetween(rows.name(column), low, high);
    }

    public ModelQuery<R> wherePivotNull(String column) {
        return query().whereNull(rows.name(column));
    }

    public ModelQuery<R> wherePivotNotNull(String column) {
        return query().whereNotNull(rows.name(column));
    }

    /** The related rows, sorted by a column of the pivot table. */
    public ModelQuery<R> orderByPivot(String column) {
        return query().orderBy(rows.name(column));
    }

    /** The related rows, sorted by a column of the pivot table: {@code asc} or {@code desc}. */
    public ModelQuery<R> orderByPivot(String column, String direction) {
        return query().orderBy(rows.name(column), direction);
    }

    // Relating

    /** Relates the rows of these keys; gives their number. Nothing is sent for none. */
    public Mono<Long> attach(Collection<?> keys) {
        return attach(withoutAttributes(keys));
    }

    /** Relates the row of this key, with these values in the pivot table. */
    public Mono<Long> attach(Object key, Map<String, ?> attributes) {
        return attach(Map.of(key, attributes));
    }

    /** Relates the rows of these keys, each with its values in the pivot table; gives their number. */
    public Mono<Long> attach(Map<?, ? extends Map<String, ?>> keys) {
        return Mono.defer(() -> {
            Map<Object, Map<String, ?>> accepted = rows.accepted(keys);
            return accepted.isEmpty() ? Mono.just(0L) : rows.write(db -> rows.attach(db, accepted));
        });
    }

    /** Ends the relation to the rows of these keys; gives the number of those that were related. */
    public Mono<Long> detach(Collection<?> keys) {
        return Mono.defer(() -> {
            Set<Object> accepted = rows.accepted(keys);
            return accepted.isEmpty() ? Mono.just(0L) : rows.write(db -> rows.detach(db, accepted));
        });
    }

    /** Ends the relation to all rows; gives their number. */
    public Mono<Long> detach() {
        return rows.write(rows::detachAll);
    }

    /** Relates exactly the rows of these keys: those that are missing are attached, all others are detached. */
    public Mono<Synced> sync(Collection<?> keys) {
        return sync(withoutAttributes(keys));
    }

    /** The same, each with its values in the pivot table, which are written for those that are related already too. */
    public Mono<Synced> sync(Map<?, ? extends Map<String, ?>> keys) {
        return synced(keys, true);
    }

    /** Attaches those of the keys that are not related yet; detaches none. */
    public Mono<Synced> syncWithoutDetaching(Collection<?> keys) {
        return synced(withoutAttributes(keys), false);
    }

    /** The same, each with its values in the pivot table, which are written for those that are related already too. */
    public Mono<Synced> syncWithoutDetaching(Map<?, ? extends Map<String, ?>> keys) {
        return synced(keys, false);
    }

    /** Detaches those of the keys that are related, and attaches the others. */
    public Mono<Synced> toggle(Collection<?> keys) {
        return Mono.defer(() -> {
            Set<Object> accepted = rows.accepted(keys);
            return rows.write(db -> rows.current(db).flatMap(current -> {
                Set<Object> leaving = new LinkedHashSet<>(accepted);
                leaving.retainAll(current);
                Set<Object> coming = new LinkedHashSet<>(accepted);
                coming.removeAll(current);
                return rows.detach(db, leaving)
                        .then(rows.attach(db, withoutAttributes(coming)))
                        .thenReturn(new Synced(List.copyOf(coming), List.copyOf(leaving), List.of()));
            }));
        });
    }

    /** Writes these values in the pivot table for a key that is related; gives 0 when it is not. */
    public Mono<Long> updateExistingPivot(Object key, Map<String, ?> attributes) {
        return Mono.defer(() -> {
            Set<Object> accepted = rows.accepted(List.of(key));
            return rows.write(db -> rows.update(db, accepted, attributes));
        });
    }

    private Mono<Synced> synced(Map<?, ? extends Map<String, ?>> keys, boolean detaching) {
        return Mono.defer(() -> {
            Map<Object, Map<String, ?>> accepted = rows.accepted(keys);
            return rows.write(db -> rows.current(db).flatMap(current -> {
                Set<Object> leaving = new LinkedHashSet<>(detaching ? current : Set.of());
                leaving.removeAll(accepted.keySet());
                Map<Object, Map<String, ?>> coming = new LinkedHashMap<>(accepted);
                coming.keySet().removeAll(current);
                Map<Object, Map<String, ?>> staying = new LinkedHashMap<>(accepted);
                staying.keySet().retainAll(current);
                return rows.detach(db, leaving)
                        .then(rows.attach(db, coming))
                        .then(rows.update(db, staying))
                        .map(updated -> new Synced(List.copyOf(coming.keySet()), List.copyOf(leaving), updated));
            }));
        });
    }

    private static Map<Object, Map<String, ?>> withoutAttributes(Collection<?> keys) {
        Map<Object, Map<String, ?>> rows = new LinkedHashMap<>();
        keys.forEach(key -> rows.put(key, Map.of()));
        return rows;
    }

    /** Stores the model and relates it: both or neither. */
    @Override
    public Mono<R> save(R related) {
        return save(related, Map.of());
    }

    /** Stores the model and relates it with these values in the pivot table: both or neither. */
    public Mono<R> save(R related, Map<String, ?> attributes) {
        return rows.write(db -> own(related)
                .save()
                .flatMap(saved -> rows.attach(db, rows.accepted(Map.of(keyOf(saved), attributes)))
                        .thenReturn(saved)));
    }

    private R own(R related) {
        query().table().requireOwn(related);
        return related;
    }

    private static Object keyOf(Model<?> saved) {
        Object key = saved.getKey();
        if (key == null) {
            throw new IllegalStateException("a model that was saved has a key");
        }
        return key;
    }

    @Override
    public Flux<R> saveMany(Collection<R> related) {
        return rows.write(db -> Flux.fromIterable(related)
                        .concatMap(model -> own(model).save())
                        .collectList()
                        .flatMap(saved -> rows.attach(
                                        db,
                                        rows.accepted(withoutAttributes(saved.stream()
                                                .map(PivotQuery::keyOf)
                                                .toList())))
                                .thenReturn(saved)))
                .flatMapIterable(saved -> saved);
    }
}
