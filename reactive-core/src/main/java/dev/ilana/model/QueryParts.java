package dev.ilana.model;

import dev.ilana.sql.Criterion;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model's query has beside its statement.
 *
 * @param columns those that are read; none for all
 * @param without what the table loads by itself, and this query does not
 * @param batchesLoads whether what is later loaded into one of its models is loaded into all
 */
record QueryParts<M extends Model<M>>(
        List<Column<M, ?>> columns,
        List<Criterion> constraints,
        List<EagerLoad<M>> loads,
        List<Extra> extras,
        GlobalScopes scopes,
        List<Loadable<M, ?>> without,
        boolean batchesLoads) {

    static <M extends Model<M>> QueryParts<M> none() {
        return new QueryParts<>(List.of(), List.of(), List.of(), List.of(), GlobalScopes.ALL, List.of(), false);
    }

    QueryParts<M> withColumns(List<Column<M, ?>> newColumns) {
        return new QueryParts<>(newColumns, constraints, loads, extras, scopes, without, batchesLoads);
    }

    QueryParts<M> withConstraint(Criterion criterion) {
        return new QueryParts<>(
                columns, appended(constraints, criterion), loads, extras, scopes, without, batchesLoads);
    }

    /** A relation named twice is loaded once, by both constraints: {@code with("posts", "posts.comments")}. */
    QueryParts<M> withLoad(EagerLoad<M> load) {
        List<EagerLoad<M>> merged = new ArrayList<>(loads);
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i).what() == load.what()) {
                merged.set(i, merged.get(i).and(load));
                return new QueryParts<>(columns, constraints, merged, extras, scopes, without, batchesLoads);
            }
        }
        return new QueryParts<>(columns, constraints, appended(loads, load), extras, scopes, without, batchesLoads);
    }

    /** Without the relations, be they loaded by the table's word or this query's. */
    QueryParts<M> without(List<? extends Loadable<M, ?>> relations) {
        List<Loadable<M, ?>> all = new ArrayList<>(without);
        all.addAll(relations);
        return new QueryParts<>(
                columns,
                constraints,
                loads.stream().filter(load -> !relations.contains(load.what())).toList(),
                extras,
                scopes,
                List.copyOf(all),
                batchesLoads);
    }

    /** What is loaded: what the table says by itself, where this query does not say otherwise, and what this query says. */
    List<EagerLoad<M>> loadsBeside(List<EagerLoad<M>> defaults) {
        QueryParts<M> all = none();
        for (EagerLoad<M> load : defaults) {
            all = without.contains(load.what()) ? all : all.withLoad(load);
        }
        for (EagerLoad<M> load : loads) {
            all = all.withLoad(load);
        }
        return all.loads();
    }

    QueryParts<M> withExtra(Extra extra) {
        return new QueryParts<>(columns, constraints, loads, appended(extras, extra), scopes, without, batchesLoads);
    }

    QueryParts<M> withScopes(GlobalScopes newScopes) {
        return new QueryParts<>(columns, constraints, loads, extras, newScopes, without, batchesLoads);
    }

    QueryParts<M> withBatchedLoads() {
        return new QueryParts<>(columns, constraints, loads, extras, scopes, without, true);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
