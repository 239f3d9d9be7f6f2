package dev.ilana.relation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Outer;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The row that this one points at: the author of a post. Loaded, it is a model, null when there is none. */
public final class BelongsTo<M extends Model<M>, R extends Model<R>> extends Relation<M, R, R> {

    private final Column<M, ?> foreignKey;
    private final Supplier<? extends ModelTable<R>> related;

    /** For {@code Table}, which is how a relation is declared. */
    public BelongsTo(
            ModelTable<M> owner, String name, Column<M, ?> foreignKey, Supplier<? extends ModelTable<R>> related) {
        super(owner, name);
        this.foreignKey = foreignKey;
        this.related = related;
    }

    /** The row that the model points at, as a query. */
    public ModelQuery<R> of(M child) {
        return queryOf(child);
    }

    /** Points the model at that one, which must be stored; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public M associate(M child, R parent) {
        pointAt(child, parent, foreignKey);
        return child.setRelation(this, parent);
    }

    /** Points the model at none; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public M dissociate(M child) {
        return child.set(foreignKey, null).setRelation(this, null);
    }

    private static <M extends Model<M>, T> void pointAt(M child, Model<?> parent, Column<M, T> foreignKey) {
        child.set(foreignKey, foreignKey.accept(RelationQuery.storedKey(parent)));
    }

    @Override
    protected ModelTable<R> related() {
        return related.get();
    }

    @Override
    protected @Nullable Object keyOf(M child) {
        return child.get(foreignKey);
    }

    @Override
    protected ModelQuery<R> constrain(ModelQuery<R> query, Collection<?> keys) {
        Column<R, ?> key = related().key();
        return query.constrained(key.isOneOf(keys));
    }

    @Override
    protected Expression partition() {
        return related().key().reference();
    }

    @Override
    protected ModelQuery<R> correlate(ModelQuery<R> query) {
        return query.constrained(
                new Comparison(related().key().reference(), Operator.EQ, new Outer(foreignKey.reference())));
    }

    @Override
    protected @Nullable Object parentKeyOf(R parent) {
        return parent.getKey();
    }

    @Override
    protected @Nullable R valueOf(List<R> related) {
        return related.isEmpty() ? null : related.get(0);
    }
}
