package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Operator;
import dev.ilana.sql.RowValue;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The key of a table: its column or columns, and where its values come from. A key of several columns is, as one value, the
 * list of theirs.
 */
final class PrimaryKey<M extends Model<M>> {

    private final List<Column<M, ?>> columns;
    private final Origin origin;
    private final @Nullable Supplier<?> generator;

    /** Who makes the key of a new row. */
    enum Origin {
        DATABASE,
        GENERATED,
        ASSIGNED
    }

    private PrimaryKey(List<Column<M, ?>> columns, Origin origin, @Nullable Supplier<?> generator) {
        this.columns = List.copyOf(columns);
        this.origin = origin;
        this.generator = generator;
    }

    static <M extends Model<M>> PrimaryKey<M> ofDatabase(Column<M, ?> column) {
        return new PrimaryKey<>(List.of(column), Origin.DATABASE, null);
    }

    static <M extends Model<M>, T> PrimaryKey<M> generated(Column<M, T> column, Supplier<? extends T> generator) {
        return new PrimaryKey<>(List.of(column), Origin.GENERATED, generator);
    }

    static <M extends Model<M>> PrimaryKey<M> assigned(List<Column<M, ?>> columns) {
        return new PrimaryKey<>(columns, Origin.ASSIGNED, null);
    }

    List<Column<M, ?>> columns() {
        return columns;
    }

    boolean isMadeByDatabase() {
        return origin == Origin.DATABASE;
    }

    boolean contains(Column<M, ?> column) {
        return columns.contains(column);
    }

    /** The key of a model as one value; null when a part of it is. */
    @Nullable Object of(M model) {
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
     * Gives a new model its key, where it has none and the application makes it.
     *
     * @throws InvalidUsageException when the application was to give it one
     */
    void generate(M model) {
        if (origin == Origin.GENERATED) {
            if (model.attributes().isAbsent(columns.get(0).ordinal())) {
                set(model, columns.get(0), Objects.requireNonNull(generator).get());
            }
        } else if (origin == Origin.ASSIGNED) {
            for (Column<M, ?> column : columns) {
                if (model.attributes().isAbsent(column.ordinal())) {
                    throw new InvalidUsageException(column + " is a key that you assign: set it before you save");
                }
            }
        }
    }

    private static <M extends Model<M>, T> void set(M model, Column<M, T> column, Object generated) {
        model.set(column, column.accept(generated));
    }

    /** That a row has this key. */
    Criterion is(Object key) {
        List<Value> values = values(key);
        List<Criterion> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(new Comparison(columns.get(i).reference(), Operator.EQ, values.get(i)));
        }
        return parts.size() == 1 ? parts.get(0) : new Criterion.And(parts);
    }

    /** The key that the row of a model has, by column. */
    Map<String, Object> byName(M model) {
        Map<String, Object> parts = new LinkedHashMap<>();
        columns.forEach(column -> parts.put(column.name(), part(model, column)));
        return parts;
    }

    private static <M extends Model<M>, T> Object part(M model, Column<M, T> column) {
        return Objects.requireNonNull(column.stored(model.getOriginal(column)).value(), "a stored model has a key");
    }

    /** The key that the row of a model has, also when another one was set. */
    Object originalOf(M model) {
        List<Object> parts = new ArrayList<>(columns.size());
        for (Column<M, ?> column : columns) {
            parts.add(Objects.requireNonNull(model.getOriginal(column), "a stored model has a key"));
        }
        return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
    }

    /** That a row has one of these keys. */
    Criterion isOneOf(Collection<?> keys) {
        if (columns.size() > 1) {
            return new Criterion.Or(keys.stream().map(this::is).toList()).grouped();
        }
        return new In(
                columns.get(0).reference(),
                keys.stream().map(key -> values(key).get(0)).toList(),
                false);
    }

    /** That a row comes after that of this key, in the order of the key. */
    Criterion after(Object key) {
        List<Value> values = values(key);
        return columns.size() == 1
                ? new Comparison(columns.get(0).reference(), Operator.GT, values.get(0))
                : new Comparison(
                        new RowValue(columns.stream()
                                .<Expression>map(Column::reference)
                                .toList()),
                        Operator.GT,
                        new RowValue(List.copyOf(values)));
    }

    /** The names of the columns. */
    String[] names() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    /** The key as one value, of one that was given without types. */
    Object accept(Object key) {
        if (columns.size() == 1) {
            return Objects.requireNonNull(columns.get(0).accept(key), "only a null is accepted as one");
        }
        List<?> parts = parts(key);
        List<Object> accepted = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            accepted.add(Objects.requireNonNull(columns.get(i).accept(parts.get(i)), "only a null is accepted as one"));
        }
        return List.copyOf(accepted);
    }

    private List<?> parts(Object key) {
        if (!(key instanceof List<?> parts) || parts.size() != columns.size()) {
            throw new InvalidUsageException(
                    "the key is of the columns " + columns + ": give the list of their values, in this order");
        }
        return parts;
    }

    /** The parts of a key that was given as one value. */
    private List<Value> values(@Nullable Object key) {
        if (key == null) {
            throw new NullNotAllowedException("no row has a null for its key " + columns);
        }
        if (columns.size() == 1) {
            return List.of(accepted(columns.get(0), key));
        }
        List<?> parts = parts(key);
        List<Value> values = new ArrayList<>();
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
}
