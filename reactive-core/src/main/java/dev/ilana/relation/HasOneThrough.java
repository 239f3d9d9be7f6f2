package dev.ilana.relation;

import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The row related to the related row: the country of a post's author. Loaded, it is a model, null when there is none. */
public final class HasOneThrough<M extends Model<M>, T extends Model<T>, R extends Model<R>> extends Relation<M, R, R> {

    private final Relation<M, T, ?> first;
    private final Supplier<? extends Relation<T, R, ?>> second;
    private final Default<M, R> otherwise = new Default<>();

    /** For {@code Table}, which is how a relation is declared. */
    public HasOneThrough(
            ModelTable<M> owner, String name, Relation<M, T, ?> first, Supplier<? extends Relation<T, R, ?>> second) {
        super(owner, name);
        this.first = first;
        this.second = second;
    }

    /** A parent without such a row has what the function makes of it, instead of null. */
    public HasOneThrough<M, T, R> withDefault(Function<? super M, ? extends R> maker) {
        requireOpen();
        otherwise.is(maker);
        return this;
    }

    /** The related row of one parent, as a query. */
    public ModelQuery<R> of(M parent) {
        return queryOf(parent);
    }

    @Override
    protected Link<M, R> path() {
        return through(first, second.get());
    }

    @Override
    protected @Nullable R valueOf(M parent, List<R> related) {
        return otherwise.orFirst(parent, related);
    }
}
