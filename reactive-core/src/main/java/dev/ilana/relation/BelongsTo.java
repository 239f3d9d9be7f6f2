package dev.ilana.relation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.model.Key;
import dev.ilana.model.KeyColumns;
import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The row that this one points at: the author of a post. Loaded, it is a model, null when there is none. */
public final class BelongsTo<M extends Model<M>, R extends Model<R>> extends Relation<M, R, R> {

    private final Key<M> foreignKey;
    private final Supplier<? extends Key<R>> ownerKey;
    private final Default<M, R> otherwise = new Default<>();

    /** For {@code Table}, which is how a relation is declared. */
    public BelongsTo(ModelTable<M> owner, String name, Key<M> foreignKey, Supplier<? extends Key<R>> ownerKey) {
        super(owner, name);
        this.foreignKey = foreignKey;
        this.ownerKey = ownerKey;
    }

    /** A model that points at no row has an empty model, which is not stored, instead of null. */
    public BelongsTo<M, R> withDefault() {
        return withDefault(child -> related().make());
    }

    /** A model that points at no row has what the function makes of it, instead of null. */
    public BelongsTo<M, R> withDefault(Function<? super M, ? extends R> maker) {
        requireOpen();
        otherwise.is(maker);
        return this;
    }

    /** Writes {@code updated_at} of the row that a model points at, whenever the model is written or deleted. */
    public BelongsTo<M, R> touches() {
        touchedWithOwner();
        return this;
    }

    /** What the model points with. */
    public Key<M> foreignKey() {
        return foreignKey;
    }

    /** What it points at. */
    public Key<R> ownerKey() {
        return ownerKey.get();
    }

    /** The row that the model points at, as a query. */
    public ModelQuery<R> of(M child) {
        return queryOf(child);
    }

    /** Points the model at that one, which must be stored; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public M associate(M child, R parent) {
        KeyColumns.of(foreignKey).set(child, KeyColumns.of(ownerKey.get()).required(parent));
        return child.setRelation(this, parent);
    }

    /** Points the model at none; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public M dissociate(M child) {
        KeyColumns.of(foreignKey).set(child, null);
        return child.setRelation(this, null);
    }

    @Override
    public boolean isPointer() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // what is loaded here is of the related model
    public void point(M child, Model<?> parent) {
        if (KeyColumns.of(foreignKey).of(child) == null && parent.isStored()) {
            associate(child, (R) parent);
        }
    }

    @Override
    protected Link<M, R> path() {
        return Link.of(foreignKey, ownerKey.get());
    }

    @Override
    protected @Nullable R valueOf(M child, List<R> related) {
        return otherwise.orFirst(child, related);
    }
}
