package dev.ilana.relation;

import dev.ilana.model.Field;
import dev.ilana.model.Key;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Sort;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One row elsewhere that points at this one: the profile of a user. Loaded, it is a model, null when there is none. */
public final class HasOne<M extends Model<M>, R extends Model<R>> extends HasOneOrMany<M, R, R> {

    private final Default<M, R> otherwise = new Default<>();
    private @Nullable Supplier<Sort<R>> order;
    private UnaryOperator<ModelQuery<R>> among = rows -> rows;

    /** For {@code Table}, which is how a relation is declared. Without a local key it is the primary one. */
    public HasOne(ModelTable<M> owner, String name, Supplier<? extends Key<R>> foreignKey, @Nullable Key<M> localKey) {
        super(owner, name, foreignKey, localKey);
    }

    /** The same of a table whose rows belong to rows of several. */
    public HasOne(ModelTable<M> owner, String name, Supplier<MorphTo<R>> inverse) {
        super(owner, name, inverse);
    }

    /** Of several rows, the one with the greatest value here: {@code latestOfMany(() -> Login.AT)}. */
    public HasOne<M, R> latestOfMany(Supplier<? extends Field<R, ?>> field) {
        return ofMany(() -> field.get().desc());
    }

    /** Of several rows, the one with the least value here. */
    public HasOne<M, R> oldestOfMany(Supplier<? extends Field<R, ?>> field) {
        return ofMany(() -> field.get().asc());
    }

    /** Of several rows, the first in this order; of equal ones, that of the greatest key. */
    public HasOne<M, R> ofMany(Supplier<Sort<R>> first) {
        return ofMany(first, rows -> rows);
    }

    /**
     * The same among those that the function lets through: the price of today, where others are announced, is {@code
     * ofMany(() -> Price.SINCE.desc(), prices -> prices.where(Price.SINCE.lte(today)))}. It is asked anew for each query.
     */
    public HasOne<M, R> ofMany(Supplier<Sort<R>> first, UnaryOperator<ModelQuery<R>> fitting) {
        requireOpen();
        order = first;
        among = fitting;
        return this;
    }

    /** A parent without such a row has an empty model, which is not stored, instead of null. */
    public HasOne<M, R> withDefault() {
        return withDefault(parent -> related().make());
    }

    /** A parent without such a row has what the function makes of it, instead of null. */
    public HasOne<M, R> withDefault(Function<? super M, ? extends R> maker) {
        requireOpen();
        otherwise.is(maker);
        return this;
    }

    @Override
    protected ModelQuery<R> start() {
        return order == null ? super.start() : firstOfEach(super.start(), order.get(), among);
    }

    @Override
    protected @Nullable R valueOf(M parent, List<R> related) {
        return otherwise.orFirst(parent, related);
    }
}
