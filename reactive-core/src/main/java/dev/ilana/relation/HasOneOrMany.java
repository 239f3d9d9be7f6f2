package dev.ilana.relation;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A foreign key in the related table that points at this one's key. */
abstract class HasOneOrMany<M extends Model<M>, R extends Model<R>, V> extends Relation<M, R, V> {

    private final Supplier<? extends Column<R, ?>> foreignKey;

    HasOneOrMany(ModelTable<M> owner, String name, Supplier<? extends Column<R, ?>> foreignKey) {
        super(owner, name);
        this.foreignKey = foreignKey;
    }

    /** The related rows of one parent: a query, and where new ones are made. */
    public final RelationQuery<R> of(M parent) {
        return new RelationQuery<>(queryOf(parent), related -> pointAt(parent, related, foreignKey.get()));
    }

    private static <R extends Model<R>, T> void pointAt(Model<?> parent, R related, Column<R, T> foreignKey) {
        related.set(foreignKey, foreignKey.accept(RelationQuery.storedKey(parent)));
    }

    @Override
    protected final ModelTable<R> related() {
        return foreignKey.get().table();
    }

    @Override
    protected final @Nullable Object keyOf(M parent) {
        return parent.getKey();
    }

    @Override
    protected final ModelQuery<R> constrain(ModelQuery<R> query, Collection<?> keys) {
        Column<R, ?> column = foreignKey.get();
        return query.constrained(column.isOneOf(keys)).alsoReading(column);
    }

    @Override
    protected final Expression partition() {
        return foreignKey.get().reference();
    }

    @Override
    protected final ModelQuery<R> correlate(ModelQuery<R> query) {
        return query.constrained(new Comparison(
                foreignKey.get().reference(),
                Operator.EQ,
                new Outer(owner().key().reference())));
    }

    @Override
    protected final @Nullable Object parentKeyOf(R related) {
        return related.get(foreignKey.get());
    }
}
