package dev.ilana.relation;

import dev.ilana.model.Collection;
import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import java.util.List;
import java.util.function.Supplier;

/** Many rows of a table whose rows belong to rows of several: the comments of a post. Loaded, it is a collection, empty when
 * there is none. */
public final class MorphMany<M extends Model<M>, R extends Model<R>> extends Relation<M, R, Collection<R>> {

    private final Supplier<MorphTo<R>> inverse;

    /** For {@code Table}, which is how a relation is declared. */
    public MorphMany(ModelTable<M> owner, String name, Supplier<MorphTo<R>> inverse) {
        super(owner, name);
        this.inverse = inverse;
    }

    /** The related rows of one parent: a query, and where new ones are made. */
    public RelationQuery<R> of(M parent) {
        return new RelationQuery<>(
                queryOf(parent), related -> inverse.get().morphs().point(related, parent));
    }

    @Override
    @SuppressWarnings("unchecked") // what is loaded here is of the related model
    public void point(M parent, Model<?> related) {
        inverse.get().morphs().pointNew((R) related, parent);
    }

    @Override
    protected Link<M, R> path() {
        return inverse.get().morphs().to(owner());
    }

    @Override
    protected Collection<R> valueOf(M parent, List<R> related) {
        return Collection.make(related);
    }
}
