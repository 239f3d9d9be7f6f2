package dev.ilana.relation;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Collection;
import dev.ilana.model.Column;
import dev.ilana.model.Extra;
import dev.ilana.model.Field;
import dev.ilana.model.Key;
import dev.ilana.model.Link;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Relation;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Operator;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Rows related through a pivot table: the roles of a user. Loaded, it is a collection, empty when there is none. */
public final class BelongsToMany<M extends Model<M>, R extends Model<R>> extends Relation<M, R, Collection<R>> {

    private final Pivot pivot;
    private final List<String> toParent;
    private final List<String> toRelated;
    private final Supplier<? extends ModelTable<R>> related;

    /** For {@code Table}, which is how a relation is declared. Columns that are not named are by convention. */
    public BelongsToMany(
            ModelTable<M> owner,
            String name,
            String pivot,
            List<String> toParent,
            List<String> toRelated,
            Supplier<? extends ModelTable<R>> related) {
        super(owner, name);
        this.pivot = new Pivot(pivot);
        this.toParent = List.copyOf(toParent);
        this.toRelated = List.copyOf(toRelated);
        this.related = related;
    }

    // What it is, said with the declaration

    /** Reads these columns of the pivot table too, for {@link #pivot(Model, String, Class)}. */
    public BelongsToMany<M, R> withPivot(String... columns) {
        requireOpen();
        List.of(columns).forEach(pivot::read);
        return this;
    }

    /** Keeps {@code created_at} and {@code updated_at} in the pivot table, and reads them. */
    public BelongsToMany<M, R> withTimestamps() {
        requireOpen();
        pivot.keepTimestamps();
        return this;
    }

    /** Only the rows of the pivot table with this value; those that are attached get it. */
    public BelongsToMany<M, R> withPivotValue(String column, Object value) {
        return withPivotValue(column, () -> value);
    }

    /** The same of a value that is known once the tables are declared. */
    public BelongsToMany<M, R> withPivotValue(String column, Supplier<?> value) {
        requireOpen();
        pivot.always(column, value);
        return this;
    }

    /** Reads the rows of the pivot table as models of their own: {@link #pivot(Model, ModelTable)}. */
    public BelongsToMany<M, R> using(ModelTable<?> model) {
        requireOpen();
        pivot.is(model);
        return this;
    }

    // What there is to ask

    /** The related rows of one parent: a query, and what attaches and detaches. */
    public PivotQuery<R> of(M parent) {
        return new PivotQuery<>(queryOf(parent), new PivotRows<>(this, parent));
    }

    /**
     * Relates to each of the parents the rows of these keys, each with these values in the pivot table; gives the number of
     * those related. Few statements for any number of parents, and one transaction.
     */
    public Mono<Long> attachAll(Map<M, ? extends java.util.Collection<?>> keys, Map<String, ?> attributes) {
        return PivotRows.attachAll(this, keys, attributes);
    }

    /** The column of the pivot table, for conditions and orders of the relation's query: {@code ROLES.pivot("level", Integer.class)}. */
    public <T> Field<R, T> pivot(String column, Class<T> type) {
        return field(pivot.column(column), type);
    }

    /**
     * The value of a column of the pivot table, of a related model that was read by the relation; null when it is null.
     *
     * @throws dev.ilana.error.UnknownColumnException when the relation does not read it: see {@link #withPivot}
     * @throws dev.ilana.error.TypeMismatchException when it can't be had as that class
     */
    public <T> @Nullable T pivot(R model, String column, Class<T> type) {
        return model.getAttribute(extraName(column), type);
    }

    /** The row of the pivot table, of a related model that was read by the relation, as a model. */
    public <P extends Model<P>> P pivot(R model, ModelTable<P> table) {
        if (pivot.model() != table) {
            throw new InvalidUsageException(this + " is not declared using(" + table + ")");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Column<P, ?> column : table.columns()) {
            values.put(column.name(), model.getAttribute(extraName(column.databaseName())));
        }
        return table.stored(values);
    }

    /** The table between the two; one that is kept {@link #using} a model is as that says, and all of its columns are others. */
    public PivotTable pivotTable() {
        return new PivotTable(
                pivot.table(),
                Pivot.pointers(toParent(), parentKey()),
                Pivot.pointers(toRelated(), relatedKey()),
                pivot.times(),
                pivot.others());
    }

    // How it is found

    Pivot pivot() {
        return pivot;
    }

    Key<M> parentKey() {
        return owner().primary();
    }

    Key<R> relatedKey() {
        return related.get().primary();
    }

    List<String> toParent() {
        return toParent.isEmpty() ? Pivot.pointingAt(parentKey()) : toParent;
    }

    List<String> toRelated() {
        return toRelated.isEmpty() ? Pivot.pointingAt(relatedKey()) : toRelated;
    }

    @Override
    protected Link<M, R> path() {
        Link<M, R> link = Link.by(
                parentKey(), pivot.table(), pivot.columns(toParent()), pivot.columns(toRelated()), relatedKey());
        for (Map.Entry<String, Supplier<?>> value : pivot.values().entrySet()) {
            link = link.where(new Comparison(
                    pivot.column(value.getKey()),
                    Operator.EQ,
                    Value.of(value.getValue().get())));
        }
        return link;
    }

    @Override
    protected ModelQuery<R> reading(ModelQuery<R> query) {
        ModelQuery<R> reading = query;
        ModelTable<?> model = pivot.model();
        if (model != null) {
            for (Column<?, ?> column : model.columns()) {
                if (!toParent().contains(column.databaseName())) {
                    reading = reading.extra(new Extra(
                            extraName(column.databaseName()), pivot.column(column.databaseName()), column.type()));
                }
            }
            return reading;
        }
        for (String column : pivot.read()) {
            @Nullable SqlType type = pivot.times().contains(column) ? SqlType.INSTANT : null;
            reading = reading.extra(new Extra(extraName(column), pivot.column(column), type));
        }
        return reading;
    }

    private static String extraName(String column) {
        return "pivot_" + column;
    }

    @Override
    protected Collection<R> valueOf(M parent, List<R> related) {
        return Collection.make(related);
    }
}
