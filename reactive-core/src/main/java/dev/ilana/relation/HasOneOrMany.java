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
    private final Supplier<Pointer<M, R>> pointers;

    /** Kept once it was asked for: whoever asks at the same time gets the same. */
    private @Nullable Pointer<M, R> known;

    HasOneOrMany(ModelTable<M> owner, String name, Supplier<? extends Key<R>> foreignKey, @Nullable Key<M> localKey) {
        super(owner, name);
        this.pointers = () -> Pointer.ForeignKey.of(foreignKey.get(), localKey == null ? owner.primary() : localKey);
    }

    HasOneOrMany(ModelTable<M> owner, String name, Supplier<MorphTo<R>> inverse) {
        super(owner, name);
        this.pointers = () -> new Pointer.OfSeveral<>(inverse.get().morphs(), owner.primary());
    }

    private Pointer<M, R> pointer() {
        Pointer<M, R> pointer = known;
        if (pointer == null) {
            pointer = pointers.get();
            known = pointer;
        }
        return pointer;
    }

    /** The related rows of one parent: a query, and where new ones are made. */
    public final RelationQuery<R> of(M parent) {
        return new RelationQuery<>(queryOf(parent), related -> pointer().point(related, parent));
    }

    /** What the related rows point with; of a table whose rows belong to rows of several, without the column of the type. */
    public final Key<R> foreignKey() {
        return pointer().key();
    }

    /** Points the related model at the parent, which must have its key; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public final R associate(M parent, R related) {
        related().requireOwn(related);
        pointer().point(related, parent);
        return related;
    }

    @Override
    @SuppressWarnings("unchecked") // what is loaded here is of the related model
    public final void point(M parent, Model<?> related) {
        if (!related.isStored() && !pointer().isSet((R) related)) {
            pointer().point((R) related, parent);
        }
    }

    @Override
    protected final Link<M, R> path() {
        return pointer().link();
    }
}
