package dev.ilana.relation;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.KeyColumns;
import dev.ilana.model.Model;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.sql.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of a pivot table that relate one parent, and how they are written: by few statements for any number of keys. */
final class PivotRows<M extends Model<M>, R extends Model<R>> {

    private final BelongsToMany<M, R> relation;
    private final M parent;
    private final KeyColumns<M> parentKey;

    PivotRows(BelongsToMany<M, R> relation, M parent) {
        this.relation = relation;
        this.parent = parent;
        this.parentKey = KeyColumns.of(relation.parentKey());
    }

    private KeyColumns<R> relatedKey() {
        return KeyColumns.of(relation.relatedKey());
    }

    /** The work in one transaction of the database where the pivot table is: beside the related rows. */
    <T> Mono<T> write(Function<Database, Mono<T>> work) {
        return Mono.defer(() -> {
            // Asked before anything is written.
            var unused = pointers();
            return relation.of(parent).query().database().flatMap(db -> db.transaction(() -> work.apply(db)));
        });
    }

    /** The columns that point at the parent, with their values. */
    private Map<String, Object> pointers() {
        return Pivot.pointers(relation.toParent(), parentKey.stored(parentKey.required(parent)));
    }

    private Map<String, Object> pointersTo(Object key) {
        return Pivot.pointers(relation.toRelated(), relatedKey().stored(key));
    }

    /** The keys as the related table has them, each once. */
    Set<Object> accepted(Collection<?> keys) {
        Set<Object> accepted = new LinkedHashSet<>();
        for (Object key : keys) {
            accepted.add(accepted(key));
        }
        return accepted;
    }

    private Object accepted(@Nullable Object key) {
        if (key == null) {
            throw new InvalidUsageException("a null key can't be related");
        }
        return relatedKey().accept(key);
    }

    Map<Object, Map<String, ?>> accepted(Map<?, ? extends Map<String, ?>> rows) {
        Map<Object, Map<String, ?>> accepted = new LinkedHashMap<>();
        rows.forEach((key, attributes) -> accepted.put(accepted(key), attributes));
        return accepted;
    }

    /** The name of a column of the pivot table in the relation's query. */
    String name(String column) {
        return relation.pivot().table().name() + "." + Names.check(column);
    }

    private Query rows(Database database) {
        Query rows = Query.table(relation.pivot().table().toString()).on(database);
        for (Map.Entry<String, Object> pointer : pointers().entrySet()) {
            rows = rows.where(pointer.getKey(), pointer.getValue());
        }
        for (var value : relation.pivot().values().entrySet()) {
            rows = rows.where(value.getKey(), value.getValue().get());
        }
        return rows;
    }

    private Query rows(Database database, Collection<Object> keys) {
        List<String> columns = relation.toRelated();
        if (columns.size() == 1) {
            return rows(database)
                    .whereIn(
                            columns.get(0),
                            keys.stream()
                                    .map(key -> relatedKey().stored(key).get(0))
                                    .toList());
        }
        return rows(database).where(any -> {
            Query fitting = any;
            for (Object key : keys) {
                fitting = fitting.orWhere(one -> {
                    Query row = one;
                    for (Map.Entry<String, Object> part : pointersTo(key).entrySet()) {
                        row = row.where(part.getKey(), part.getValue());
                    }
                    return row;
                });
            }
            return fitting;
        });
    }

    /** The keys that are related now. */
    Mono<Set<Object>> current(Database database) {
        List<String> columns = relation.toRelated();
        return rows(database)
                .select(columns.toArray(String[]::new))
                .get()
                .map(row -> accepted(keyOf(row, columns)))
                .collect(LinkedHashSet::new, Set::add);
    }

    private static Object keyOf(Row row, List<String> columns) {
        List<Object> parts = new ArrayList<>();
        for (String column : columns) {
            parts.add(Objects.requireNonNull(row.get(column), "a pivot row points at a row"));
        }
        return parts.size() == 1 ? parts.get(0) : parts;
    }

    /** Relates the rows of these keys; gives their number. Nothing is sent for none. */
    Mono<Long> attach(Database database, Map<Object, ? extends Map<String, ?>> keys) {
        if (keys.isEmpty()) {
            return Mono.just(0L);
        }
        return Query.table(relation.pivot().table().toString()).on(database).insert(made(database, keys));
    }

    /** The rows that relate these keys. */
    private List<Map<String, ?>> made(Database database, Map<Object, ? extends Map<String, ?>> keys) {
        Instant now = database.now();
        List<Map<String, ?>> rows = new ArrayList<>();
        keys.forEach((key, attributes) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>(pointers());
            row.putAll(pointersTo(key));
            relation.pivot().values().forEach((column, value) -> row.put(column, value.get()));
            relation.pivot().times().forEach(time -> row.put(time, now));
            row.putAll(checked(attributes));
            rows.add(row);
        });
        return rows;
    }

    /** Relates rows to each of the parents, all that are on one database together; gives their number. */
    static <M extends Model<M>, R extends Model<R>> Mono<Long> attachAll(
            BelongsToMany<M, R> relation, Map<M, ? extends Collection<?>> keys, Map<String, ?> attributes) {
        return Flux.fromIterable(keys.entrySet())
                .concatMap(parent -> {
                    PivotRows<M, R> rows = new PivotRows<>(relation, parent.getKey());
                    Map<Object, Map<String, ?>> accepted = new LinkedHashMap<>();
                    rows.accepted(parent.getValue()).forEach(key -> accepted.put(key, attributes));
                    return relation.of(parent.getKey())
                            .query()
                            .database()
                            .map(db -> Map.entry(db, rows.made(db, accepted)));
                })
                .<Map<Database, List<Map<String, ?>>>>collect(
                        LinkedHashMap::new,
                        (all, some) -> all.computeIfAbsent(some.getKey(), db -> new ArrayList<>())
                                .addAll(some.getValue()))
                .flatMapIterable(Map::entrySet)
                .concatMap(on -> on.getKey()
                        .transaction(() -> Query.table(relation.pivot().table().toString())
                                .on(on.getKey())
                                .bulkInsert(on.getValue())))
                .reduce(0L, Long::sum);
    }

    /** Ends the relation to the rows of these keys; gives the number of those that were related. */
    Mono<Long> detach(Database database, Collection<Object> keys) {
        return keys.isEmpty() ? Mono.just(0L) : rows(database, keys).delete();
    }

    Mono<Long> detachAll(Database database) {
        return rows(database).delete();
    }

    /** Writes the attributes of rows that are related already, keys with the same ones by one statement; gives the keys. */
    Mono<List<Object>> update(Database database, Map<Object, ? extends Map<String, ?>> keys) {
        Map<Map<String, ?>, List<Object>> alike = new LinkedHashMap<>();
        keys.forEach((key, attributes) -> {
            if (!attributes.isEmpty()) {
                alike.computeIfAbsent(attributes, unused -> new ArrayList<>()).add(key);
            }
        });
        return Flux.fromIterable(alike.entrySet())
                .concatMap(group ->
                        update(database, group.getValue(), group.getKey()).thenReturn(group.getValue()))
                .collect(ArrayList::new, List::addAll);
    }

    /** Writes the attributes of the rows of these keys; gives the number of those that are related. */
    Mono<Long> update(Database database, Collection<Object> keys, Map<String, ?> attributes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(checked(attributes));
        if (relation.pivot().times().contains(Pivot.UPDATED_AT)) {
            values.putIfAbsent(Pivot.UPDATED_AT, database.now());
        }
        return values.isEmpty() ? Mono.just(0L) : rows(database, keys).update(values);
    }

    private Map<String, ?> checked(Map<String, ?> attributes) {
        for (String column : attributes.keySet()) {
            if (relation.toParent().contains(column) || relation.toRelated().contains(column)) {
                throw new InvalidUsageException(column + " is what relates: attach or detach the key instead");
            }
        }
        return attributes;
    }
}
