package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Operator;
import dev.ilana.sql.RowValue;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a key, for who makes relations. The key of several columns is, as one value, the list of theirs. */
public record KeyColumns<M extends Model<M>>(List<Column<M, ?>> columns) {

    public KeyColumns {
        columns = List.copyOf(columns);
    }

    public static <M extends Model<M>> KeyColumns<M> of(Key<M> key) {
        return new KeyColumns<>(key.columns());
    }

    List<ColumnRef> references() {
        return columns.size() == 1
                ? List.of(columns.get(0).reference())
                : columns.stream().map(Column::reference).toList();
    }

    /** The names of the columns. */
    String[] names() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    /** The columns as one expression. */
    Expression asOne() {
        return asOne(references());
    }

    static Expression asOne(List<? extends Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new RowValue(List.copyOf(parts));
    }

    /** The key of a model as one value; null when a part of it is. */
    public @Nullable Object of(M model) {
        if (columns.size() == 1) {
            return model.get(columns.get(0));
        }
        List<Object> parts = new ArrayList<>(columns.size());
        for (Column<M, ?> column : columns) {
            Object part = model.get(column);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    /**
     * The key of a model, for others to point at.
     *
     * @throws InvalidUsageException when it has none yet
     */
    public Object required(M model) {
        Object key = of(model);
        if (key == null) {
            throw new InvalidUsageException(model + " has no key yet; save it first");
        }
        return key;
    }

    /** The parts of a key that was given as one value, as their columns store them. */
    public List<Object> stored(Object key) {
        return values(key).stream()
                .map(value -> Objects.requireNonNull(value.value(), "no part of a key is null"))
                .toList();
    }

    /** Sets the columns of a model to the parts of the key; to nulls for none. */
    public void set(M model, @Nullable Object key) {
        List<?> parts = key == null ? null : parts(key);
        for (int i = 0; i < columns.size(); i++) {
            set(model, columns.get(i), parts == null ? null : parts.get(i));
        }
    }

    private static <M extends Model<M>, T> void set(M model, Column<M, T> column, @Nullable Object part) {
        model.set(column, column.accept(part));
    }

    /** The key as one value, of one that was given without types. */
    public Object accept(Object key) {
        List<?> parts = parts(key);
        List<Object> accepted = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            accepted.add(Objects.requireNonNull(columns.get(i).accept(parts.get(i)), "only a null is accepted as one"));
        }
        return accepted.size() == 1 ? accepted.get(0) : List.copyOf(accepted);
    }

    /** The rows that have this key. */
    public Condition<M> has(Object key) {
        return new Condition<>(is(key));
    }

    /** The rows that have one of the keys that the query finds. */
    public <R extends Model<R>> Condition<M> isOneOf(ModelQuery<R> found) {
        Select keys = found.statement()
                .withColumns(found.table().primaryKey().key().references().stream()
                        .map(Selection::of)
                        .toList());
        return new Condition<>(new Criterion.InSelect(asOne(), keys, false));
    }

    /** That a row has this key. */
    Criterion is(Object key) {
        return equal(references(), values(key));
    }

    /** That a row has one of these keys. */
    public Criterion isOneOf(Collection<?> keys) {
        return areOneOf(references(), keys);
    }

    /** That other columns, which hold such keys, have one of these. */
    Criterion areOneOf(List<? extends Expression> others, Collection<?> keys) {
        if (columns.size() > 1) {
            return new Criterion.Or(
                            keys.stream().map(key -> equal(others, values(key))).toList())
                    .grouped();
        }
        return new In(
                others.get(0), keys.stream().map(key -> values(key).get(0)).toList(), false);
    }

    /** That the expressions are equal, each to the one at its place. */
    static Criterion equal(List<? extends Expression> left, List<? extends Expression> right) {
        List<Criterion> parts = new ArrayList<>(left.size());
        for (int i = 0; i < left.size(); i++) {
            parts.add(new Comparison(left.get(i), Operator.EQ, right.get(i)));
        }
        return parts.size() == 1 ? parts.get(0) : new Criterion.And(parts);
    }

    /** That a row comes after that of this key, in the order of the key. */
    Criterion after(Object key) {
        return new Comparison(asOne(), Operator.GT, asOne(values(key)));
    }

    /** The parts of a key that was given as one value, as they are bound. */
    private List<Value> values(@Nullable Object key) {
        if (key == null) {
            throw new NullNotAllowedException("no row has a null for its key " + columns);
        }
        List<?> parts = parts(key);
        List<Value> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(accepted(columns.get(i), parts.get(i)));
        }
        return values;
    }

    private static <T> Value accepted(Column<?, T> column, @Nullable Object part) {
        if (part == null) {
            throw new NullNotAllowedException("no row has a null in its key " + column);
        }
        return column.stored(column.accept(part));
    }

    private List<?> parts(Object key) {
        if (columns.size() == 1) {
            return List.of(key);
        }
        if (!(key instanceof List<?> parts) || parts.size() != columns.size()) {
            throw new InvalidUsageException(
                    "the key is of the columns " + columns + ": give the list of their values, in this order");
        }
        return parts;
    }
}
