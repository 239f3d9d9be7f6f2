package dev.ilana.relation;

import dev.ilana.model.Collection;
import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import java.util.List;
import java.util.function.Supplier;

/**
 * The rows related to related rows: the posts of a country's users. A way of two relations of any kinds, whose rows between
 * are under their own global scopes. Loaded, it is a collection, empty when there is none.
 */
public final class HasManyThrough<M extends Model<M>, T extends Model<T>, R extends Model<R>>
        extends Relation<M, R, Collection<R>> {

    private final Relation<M, T, ?> first;
    private final Supplier<? extends Relation<T, R, ?>> second;

    /** For {@code Table}, which is how a relation is declared. */
    public HasManyThrough(
            ModelTable<M> owner, String name, Relation<M, T, ?> first, Supplier<? extends Relation<T, R, ?>> second) {
        super(owner, name);
        this.first = first;
        this.second = second;
    }

    /** The related rows of one parent, as a query. */
    public ModelQuery<R> of(M parent) {
        return queryOf(parent);
    }

    @Override
    protected Link<M, R> path() {
        return through(first, second.get());
    }

    @Override
    protected Collection<R> valueOf(M parent, List<R> related) {
        return Collection.make(related);
    }
}
