package dev.ilana.relation;

import dev.ilana.model.Key;
import dev.ilana.model.KeyColumns;
import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A foreign key in the related table that points at this one's key. */
abstract class HasOneOrMany<M extends Model<M>, R extends Model<R>, V> extends Relation<M, R, V> {

    private final Supplier<? extends Key<R>> foreignKey;
    private final @Nullable Key<M> localKey;

    HasOneOrMany(ModelTable<M> owner, String name, Supplier<? extends Key<R>> foreignKey, @Nullable Key<M> localKey) {
        super(owner, name);
        this.foreignKey = foreignKey;
        this.localKey = localKey;
    }

    /** The related rows of one parent: a query, and where new ones are made. */
    public final RelationQuery<R> of(M parent) {
        return new RelationQuery<>(queryOf(parent), related -> relate(parent, related));
    }

    private void relate(M parent, R related) {
        KeyColumns.of(foreignKey.get()).set(related, KeyColumns.of(localKey()).required(parent));
    }

    @Override
    @SuppressWarnings("unchecked") // what is loaded here is of the related model
    public final void point(M parent, Model<?> related) {
        if (!related.isStored() && KeyColumns.of(foreignKey.get()).of((R) related) == null) {
            relate(parent, (R) related);
        }
    }

    private Key<M> localKey() {
        return localKey == null ? owner().primary() : localKey;
    }

    @Override
    protected final Link<M, R> path() {
        return Link.of(localKey(), foreignKey.get());
    }
}
