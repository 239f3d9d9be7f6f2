package dev.ilana.model;

import dev.ilana.sql.Criterion;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model's query has beside its statement.
 *
 * @param columns those that are read; none for all
 */
record QueryParts<M extends Model<M>>(
        List<Column<M, ?>> columns,
        List<Criterion> constraints,
        List<EagerLoad<M, ?>> loads,
        List<Extra> extras,
        GlobalScopes scopes) {

    static <M extends Model<M>> QueryParts<M> none() {
        return new QueryParts<>(List.of(), List.of(), List.of(), List.of(), GlobalScopes.ALL);
    }

    QueryParts<M> withColumns(List<Column<M, ?>> newColumns) {
        return new QueryParts<>(newColumns, constraints, loads, extras, scopes);
    }

    QueryParts<M> withConstraint(Criterion criterion) {
        return new QueryParts<>(columns, appended(constraints, criterion), loads, extras, scopes);
    }

    /** A relation named twice is loaded once, by both constraints: {@code with("posts", "posts.comments")}. */
    QueryParts<M> withLoad(EagerLoad<M, ?> load) {
        List<EagerLoad<M, ?>> merged = new ArrayList<>(loads);
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i).relation() == load.relation()) {
                merged.set(i, merged.get(i).and(load));
                return new QueryParts<>(columns, constraints, merged, extras, scopes);
            }
        }
        return new QueryParts<>(columns, constraints, appended(loads, load), extras, scopes);
    }

    QueryParts<M> withExtra(Extra extra) {
        return new QueryParts<>(columns, constraints, loads, appended(extras, extra), scopes);
    }

    QueryParts<M> withScopes(GlobalScopes newScopes) {
        return new QueryParts<>(columns, constraints, loads, extras, newScopes);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
