package dev.ilana.relation;

import dev.ilana.model.Collection;
import dev.ilana.model.Key;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many rows elsewhere that point at this one: the posts of a user. Loaded, it is a collection, empty when there is none. */
public final class HasMany<M extends Model<M>, R extends Model<R>> extends HasOneOrMany<M, R, Collection<R>> {

    /** For {@code Table}, which is how a relation is declared. Without a local key it is the primary one. */
    public HasMany(ModelTable<M> owner, String name, Supplier<? extends Key<R>> foreignKey, @Nullable Key<M> localKey) {
        super(owner, name, foreignKey, localKey);
    }

    /** The same of a table whose rows belong to rows of several. */
    public HasMany(ModelTable<M> owner, String name, Supplier<MorphTo<R>> inverse) {
        super(owner, name, inverse);
    }

    @Override
    protected Collection<R> valueOf(M parent, List<R> related) {
        return Collection.make(related);
    }
}
