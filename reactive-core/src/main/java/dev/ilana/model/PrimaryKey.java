package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key of a table: its columns, and where its values come from. */
record PrimaryKey<M extends Model<M>>(
        KeyColumns<M> key, Origin origin, @Nullable Supplier<?> generator) {

    /** Who makes the key of a new row. */
    enum Origin {
        DATABASE,
        GENERATED,
        ASSIGNED
    }

    static <M extends Model<M>> PrimaryKey<M> ofDatabase(Column<M, ?> column) {
        return new PrimaryKey<>(new KeyColumns<>(List.of(column)), Origin.DATABASE, null);
    }

    static <M extends Model<M>, T> PrimaryKey<M> generated(Column<M, T> column, Supplier<? extends T> generator) {
        return new PrimaryKey<>(new KeyColumns<>(List.of(column)), Origin.GENERATED, generator);
    }

    static <M extends Model<M>> PrimaryKey<M> assigned(List<Column<M, ?>> columns) {
        return new PrimaryKey<>(new KeyColumns<>(columns), Origin.ASSIGNED, null);
    }

    List<Column<M, ?>> columns() {
        return key.columns();
    }

    boolean isMadeByDatabase() {
        return origin == Origin.DATABASE;
    }

    boolean contains(Column<M, ?> column) {
        return columns().contains(column);
    }

    /**
     * Gives a new model its key, where it has none and the application makes it.
     *
     * @throws InvalidUsageException when the application was to give it one
     */
    void generate(M model) {
        for (Column<M, ?> column : columns()) {
            if (origin != Origin.DATABASE && model.attributes().isAbsent(column.ordinal())) {
                if (generator == null) {
                    throw new InvalidUsageException(column + " is a key that you assign: set it before you save");
                }
                key.set(model, generator.get());
            }
        }
    }

    /** The key that the row of a model has, by column. */
    Map<String, Object> byName(M model) {
        Map<String, Object> parts = new LinkedHashMap<>();
        columns().forEach(column -> parts.put(column.databaseName(), part(model, column)));
        return parts;
    }

    private static <M extends Model<M>, T> Object part(M model, Column<M, T> column) {
        return Objects.requireNonNull(column.stored(model.getOriginal(column)).value(), "a stored model has a key");
    }

    /** The key that the row of a model has, also when another one was set. */
    Object originalOf(M model) {
        List<Object> parts = new ArrayList<>();
        for (Column<M, ?> column : columns()) {
            parts.add(Objects.requireNonNull(model.getOriginal(column), "a stored model has a key"));
        }
        return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
    }
}
