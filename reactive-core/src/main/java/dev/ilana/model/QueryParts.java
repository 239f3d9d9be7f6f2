package dev.ilana.model;

import dev.ilana.sql.Criterion;
import java.util.ArrayList;
import java.util.List;

/** What a model's query has beside its statement. */
record QueryParts<M extends Model<M>>(
        List<Criterion> constraints,
        List<EagerLoad<M, ?>> loads,
        List<Extra> extras,
        Trashed trashed,
        boolean everything) {

    static <M extends Model<M>> QueryParts<M> none() {
        return new QueryParts<>(List.of(), List.of(), List.of(), Trashed.EXCLUDED, false);
    }

    QueryParts<M> withConstraint(Criterion criterion) {
        return new QueryParts<>(appended(constraints, criterion), loads, extras, trashed, everything);
    }

    /** A relation named twice is loaded once, by both constraints: {@code with("posts", "posts.comments")}. */
    QueryParts<M> withLoad(EagerLoad<M, ?> load) {
        List<EagerLoad<M, ?>> merged = new ArrayList<>(loads);
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i).relation() == load.relation()) {
                merged.set(i, merged.get(i).and(load));
                return new QueryParts<>(constraints, merged, extras, trashed, everything);
            }
        }
        return new QueryParts<>(constraints, appended(loads, load), extras, trashed, everything);
    }

    QueryParts<M> withExtra(Extra extra) {
        return new QueryParts<>(constraints, loads, appended(extras, extra), trashed, everything);
    }

    QueryParts<M> withTrashed(Trashed which) {
        return new QueryParts<>(constraints, loads, extras, which, everything);
    }

    QueryParts<M> withEverything() {
        return new QueryParts<>(constraints, loads, extras, trashed, true);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
