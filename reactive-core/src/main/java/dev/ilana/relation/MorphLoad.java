package dev.ilana.relation;

import dev.ilana.connection.Database;
import dev.ilana.error.UnknownModelException;
import dev.ilana.model.EagerLoad;
import dev.ilana.model.KeyColumns;
import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads rows of several tables: those of each by one query. */
public final class MorphLoad<M extends Model<M>> implements EagerLoad<M> {

    private final MorphTo<M> relation;
    private final @Nullable String below;
    /** What is asked of the rows of a table, where it is not simply all. */
    private final Map<ModelTable<?>, UnaryOperator<ModelQuery<?>>> fitting;

    private MorphLoad(
            MorphTo<M> relation, @Nullable String below, Map<ModelTable<?>, UnaryOperator<ModelQuery<?>>> fitting) {
        this.relation = relation;
        this.below = below;
        this.fitting = fitting;
    }

    static <M extends Model<M>> MorphLoad<M> of(MorphTo<M> relation, @Nullable String below) {
        return new MorphLoad<>(relation, below, Map.of());
    }

    /** With the rows of that table as the function has it. */
    @SuppressWarnings("unchecked") // queries of that table are of its model
    public <R extends Model<R>> MorphLoad<M> with(ModelTable<R> table, UnaryOperator<ModelQuery<R>> rows) {
        var unused = rows.apply(table.query());
        Map<ModelTable<?>, UnaryOperator<ModelQuery<?>>> all = new LinkedHashMap<>(fitting);
        all.merge(
                table,
                query -> rows.apply((ModelQuery<R>) query),
                (before, then) -> query -> then.apply(before.apply(query)));
        return new MorphLoad<>(relation, below, all);
    }

    @Override
    public Loadable<M, ?> what() {
        return relation;
    }

    @Override
    public EagerLoad<M> and(EagerLoad<M> other) {
        MorphLoad<M> more = (MorphLoad<M>) other;
        Map<ModelTable<?>, UnaryOperator<ModelQuery<?>>> all = new LinkedHashMap<>(fitting);
        more.fitting.forEach(
                (table, then) -> all.merge(table, then, (before, added) -> query -> added.apply(before.apply(query))));
        return new MorphLoad<>(relation, more.below == null ? below : more.below, all);
    }

    @Override
    public Mono<Void> into(List<M> parents, @Nullable Database database) {
        Map<String, List<M>> byType = new LinkedHashMap<>();
        for (M parent : parents) {
            String type = parent.get(relation.morphs().type());
            if (type == null) {
                parent.setRelation(relation, null);
            } else {
                byType.computeIfAbsent(type, unused -> new ArrayList<>()).add(parent);
            }
        }
        return Flux.fromIterable(byType.entrySet())
                .concatMap(some -> load(table(some.getKey()), some.getValue(), database))
                .then();
    }

    private ModelTable<?> table(String type) {
        for (ModelTable<?> table : relation.tables()) {
            if (table.morphName().equals(type)) {
                return table;
            }
        }
        throw new UnknownModelException(
                type, relation.tables().stream().map(ModelTable::morphName).toList());
    }

    @SuppressWarnings("unchecked") // a query of the table is of its model
    private <R extends Model<R>> Mono<Void> load(ModelTable<R> table, List<M> parents, @Nullable Database database) {
        KeyColumns<R> key = KeyColumns.of(table.primary());
        KeyColumns<M> pointer = KeyColumns.of(relation.morphs().id());
        IdentityHashMap<M, Object> keys = new IdentityHashMap<>();
        for (M parent : parents) {
            Object pointed = pointer.of(parent);
            if (pointed == null) {
                parent.setRelation(relation, null);
            } else {
                keys.put(parent, key.accept(pointed));
            }
        }
        ModelQuery<R> all = table.queryBeside(database);
        ModelQuery<R> with = below == null ? all : all.with(below);
        UnaryOperator<ModelQuery<?>> asked = fitting.get(table);
        ModelQuery<R> query = asked == null ? with : (ModelQuery<R>) asked.apply(with);
        return query.findMany(new LinkedHashSet<>(keys.values()))
                .collect(
                        HashMap<Object, R>::new,
                        (found, row) -> found.put(
                                key.accept(Objects.requireNonNull(row.getKey(), "what was read has a key")), row))
                .doOnNext(found -> keys.forEach((parent, pointed) -> parent.setRelation(relation, found.get(pointed))))
                .then();
    }
}
