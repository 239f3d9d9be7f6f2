package dev.ilana.relation;

import dev.ilana.model.Collection;
import dev.ilana.model.Extra;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Join;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows related through a pivot table: the roles of a user. Loaded, it is a collection, empty when there is none. */
public final class BelongsToMany<M extends Model<M>, R extends Model<R>> extends Relation<M, R, Collection<R>> {

    private final String pivot;
    private final @Nullable String parentKey;
    private final @Nullable String relatedKey;
    private final Supplier<? extends ModelTable<R>> related;

    /** For {@code Table}, which is how a relation is declared. A key that is null is named after its table. */
    public BelongsToMany(
            ModelTable<M> owner,
            String name,
            String pivot,
            @Nullable String parentKey,
            @Nullable String relatedKey,
            Supplier<? extends ModelTable<R>> related) {
        super(owner, name);
        this.pivot = pivot;
        this.parentKey = parentKey;
        this.relatedKey = relatedKey;
        this.related = related;
    }

    /** The related rows of one parent: a query, and what attaches and detaches. */
    public PivotQuery<R> of(M parent) {
        return new PivotQuery<>(
                queryOf(parent),
                new Pivot(pivot, parentKey(), relatedKey(), parent, related().key()));
    }

    @Override
    protected ModelTable<R> related() {
        return related.get();
    }

    @Override
    protected @Nullable Object keyOf(M parent) {
        return parent.getKey();
    }

    @Override
    protected ModelQuery<R> constrain(ModelQuery<R> query, java.util.Collection<?> keys) {
        List<Value> values = owner().key().isOneOf(keys).values();
        return joined(query)
                .constrained(new In(parentKey(), values, false))
                .extra(new Extra(pivotName(), parentKey(), owner().key().type()));
    }

    @Override
    protected Expression partition() {
        return parentKey();
    }

    @Override
    protected ModelQuery<R> correlate(ModelQuery<R> query) {
        return joined(query)
                .constrained(new Comparison(
                        parentKey(), Operator.EQ, new Outer(owner().key().reference())));
    }

    @Override
    protected @Nullable Object parentKeyOf(R related) {
        return related.getAttribute(pivotName());
    }

    @Override
    protected Collection<R> valueOf(List<R> related) {
        return Collection.make(related);
    }

    private ModelQuery<R> joined(ModelQuery<R> query) {
        return query.joined(Join.inner(pivot, new Comparison(related().key().reference(), Operator.EQ, relatedKey())));
    }

    /** The column of the pivot that points at the parent. */
    private ColumnRef parentKey() {
        return new ColumnRef(pivot, parentKey != null ? parentKey : owner().foreignKeyName());
    }

    /** The column of the pivot that points at the related row. */
    private ColumnRef relatedKey() {
        return new ColumnRef(pivot, relatedKey != null ? relatedKey : related().foreignKeyName());
    }

    private String pivotName() {
        return "pivot_" + parentKey().column();
    }
}
