package dev.ilana.relation;

import dev.ilana.model.Field;
import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import dev.ilana.model.Sort;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One row of a table whose rows belong to rows of several: the image of a user. Loaded, it is a model, null when there is none. */
public final class MorphOne<M extends Model<M>, R extends Model<R>> extends Relation<M, R, R> {

    private final Supplier<MorphTo<R>> inverse;
    private final Default<M, R> otherwise = new Default<>();
    private @Nullable Supplier<Sort<R>> order;

    /** For {@code Table}, which is how a relation is declared. */
    public MorphOne(ModelTable<M> owner, String name, Supplier<MorphTo<R>> inverse) {
        super(owner, name);
        this.inverse = inverse;
    }

    /** The related rows of one parent: a query, and where new ones are made. */
    public RelationQuery<R> of(M parent) {
        return new RelationQuery<>(
                queryOf(parent), related -> inverse.get().morphs().point(related, parent));
    }

    /** Of several rows, the one with the greatest value here: {@code latestOfMany(() -> Comment.CREATED_AT)}. */
    public MorphOne<M, R> latestOfMany(Supplier<? extends Field<R, ?>> field) {
        return ofMany(() -> field.get().desc());
    }

    /** Of several rows, the one with the least value here. */
    public MorphOne<M, R> oldestOfMany(Supplier<? extends Field<R, ?>> field) {
        return ofMany(() -> field.get().asc());
    }

    /** Of several rows, the first in this order; of equal ones, that of the greatest key. */
    public MorphOne<M, R> ofMany(Supplier<Sort<R>> first) {
        requireOpen();
        order = first;
        return this;
    }

    /** A parent without such a row has what the function makes of it, instead of null. */
    public MorphOne<M, R> withDefault(Function<? super M, ? extends R> maker) {
        requireOpen();
        otherwise.is(maker);
        return this;
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
    protected ModelQuery<R> start() {
        return order == null ? super.start() : firstOfEach(super.start(), order.get());
    }

    @Override
    protected @Nullable R valueOf(M parent, List<R> related) {
        return otherwise.orFirst(parent, related);
    }
}
