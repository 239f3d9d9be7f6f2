package dev.ilana.connection;

import dev.ilana.sql.Conversion;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Nullability;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Type;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row out of a cache, for a reader that knows rows of a driver. */
final class ReplayedRow implements Row {

    private static final Type PLAIN = new Type() {
        @Override
        public Class<?> getJavaType() {
            return Object.class;
        }

        @Override
        public String getName() {
            return "";
        }
    };

    private final Metadata metadata;
    private final @Nullable Object[] values;

    private ReplayedRow(Metadata metadata, @Nullable Object[] values) {
        this.metadata = metadata;
        this.values = values;
    }

    /** What the reader makes of each row. */
    static <T> List<T> read(CachedRows cached, RowReader<T> reader) {
        Metadata metadata = new Metadata(
                cached.names().stream().<ColumnMetadata>map(Column::new).toList());
        return cached.rows().stream()
                .map(values -> reader.read(new ReplayedRow(metadata, values), metadata))
                .toList();
    }

    @Override
    public RowMetadata getMetadata() {
        return metadata;
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        Object value = values[index];
        if (value == null) {
            return null;
        } else if (value instanceof byte[] bytes) {
            // The reader's own, to change as it likes.
            Object copy = type == ByteBuffer.class ? ByteBuffer.wrap(bytes.clone()) : bytes.clone();
            return type.cast(copy);
        }
        return Conversion.to(
                type, value, "column " + metadata.columns().get(index).getName());
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return get(cachedIndex(name), type);
    }

    private int cachedIndex(String name) {
        for (int i = 0; i < values.length; i++) {
            if (metadata.columns().get(i).getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private record Metadata(List<ColumnMetadata> columns) implements RowMetadata {

        @Override
        public ColumnMetadata getColumnMetadata(int index) {
            return columns.get(index);
        }

        @Override
        public ColumnMetadata getColumnMetadata(String name) {
            return columns.stream()
                    .filter(column -> column.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public List<? extends ColumnMetadata> getColumnMetadatas() {
            return columns;
        }

        @Override
        public boolean contains(String columnName) {
            return columns.stream().anyMatch(column -> column.getName().equals(columnName));
        }
    }

    /** A column whose values are plain already: its type asks for nothing. */
    private record Column(String name) implements ColumnMetadata {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Type getType() {
            return PLAIN;
        }

        @Override
        public Nullability getNullability() {
            return Nullability.UNKNOWN;
        }
    }
}
