package dev.ilana.query;

import dev.ilana.connection.RowReader;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.sql.Conversion;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.RowMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A row without a model: values by column name, in the order of the query.
 *
 * <p>Values are plain Java: numbers, text, booleans, {@code byte[]}, {@code java.time} (points in time as {@code
 * Instant}), {@code UUID}.
 */
public final class Row {

    private final List<String> names;
    private final @Nullable Object[] values;

    private Row(List<String> names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** Reads rows of that database; the names are looked up once a result. */
    static RowReader<Row> reader(Dialect dialect) {
        return reader(dialect, 0);
    }

    /** Reads rows without so many of their last columns. */
    static RowReader<Row> reader(Dialect dialect, int hidden) {
        return new RowReader<>() {
            private @Nullable RowMetadata known;
            private List<String> names = List.of();

            @Override
            public Row read(io.r2dbc.spi.Row row, RowMetadata metadata) {
                if (metadata != known) {
                    List<? extends ColumnMetadata> all = metadata.getColumnMetadatas();
                    names = all.subList(0, all.size() - hidden).stream()
                            .map(ColumnMetadata::getName)
                            .toList();
                    known = metadata;
                }
                List<? extends ColumnMetadata> columns = metadata.getColumnMetadatas();
                Object[] values = new Object[columns.size() - hidden];
                for (int i = 0; i < values.length; i++) {
                    values[i] = dialect.readAny(row, i, columns.get(i));
                }
                return new Row(names, values);
            }
        };
    }

    /** The names of the columns, in order. */
    public List<String> names() {
        return names;
    }

    /**
     * The column's value; null when it is null.
     *
     * @throws UnknownColumnException when the row has no such column
     */
    public @Nullable Object get(String column) {
        int index = names.indexOf(column);
        if (index < 0) {
            throw new UnknownColumnException("of this result", column, names);
        }
        return values[index];
    }

    /** The value of the column at that position, counted from 0; null when it is null. */
    public @Nullable Object get(int index) {
        return values[index];
    }

    /** The values with their names, for a person to read; a lone value without. */
    String line() {
        if (values.length == 1) {
            return String.valueOf(values[0]);
        }
        StringJoiner line = new StringJoiner("  ");
        for (int i = 0; i < values.length; i++) {
            line.add(names.get(i) + "=" + values[i]);
        }
        return line.toString();
    }

    /**
     * The column's value as that class; null when it is null. Numbers convert where nothing is lost.
     *
     * @throws dev.ilana.error.TypeMismatchException when it can't be had as that class
     */
    public <T> @Nullable T get(String column, Class<T> type) {
        Object value = get(column);
        return value == null ? null : Conversion.to(type, value, "column " + column);
    }

    /** The values by name, in order; nulls included. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(names.get(i), values[i]);
        }
        return map;
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
