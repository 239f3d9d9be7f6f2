package dev.ilana.relation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.model.Key;
import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of the related table that point at this one: one of them, or many. */
public abstract sealed class HasOneOrMany<M extends Model<M>, R extends Model<R>, V> extends Relation<M, R, V>
        permits HasOne, HasMany {

    /** Asked for when the tables are declared. */
    private final Supplier<Pointer<M, R>> pointer;

    HasOneOrMany(ModelTable<M> owner, String name, Supplier<? extends Key<R>> foreignKey, @Nullable Key<M> localKey) {
        super(owner, name);
        this.pointer = () -> new Pointer.ForeignKey<>(foreignKey.get(), localKey == null ? owner.primary() : localKey);
    }

    HasOneOrMany(ModelTable<M> owner, String name, Supplier<MorphTo<R>> inverse) {
        super(owner, name);
        this.pointer = () -> new Pointer.OfSeveral<>(inverse.get().morphs(), owner.primary());
    }

    /** The related rows of one parent: a query, and where new ones are made. */
    public final RelationQuery<R> of(M parent) {
        return new RelationQuery<>(queryOf(parent), related -> pointer.get().point(related, parent));
    }

    /** What the related rows point with; of a table whose rows belong to rows of several, without the column of the type. */
    public final Key<R> foreignKey() {
        return pointer.get().key();
    }

    /** Points the related model at the parent, which must have its key; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public final R associate(M parent, R related) {
        related().requireOwn(related);
        pointer.get().point(related, parent);
        return related;
    }

    @Override
    @SuppressWarnings("unchecked") // what is loaded here is of the related model
    public final void point(M parent, Model<?> related) {
        if (!related.isStored() && !pointer.get().isSet((R) related)) {
            pointer.get().point((R) related, parent);
        }
    }

    @Override
    protected final Link<M, R> path() {
        return pointer.get().link();
    }
}
