package dev.ilana.model;

import dev.ilana.cast.Cast;
import dev.ilana.dialect.Codec;
import dev.ilana.dialect.Dialect;
import dev.ilana.sql.Selection;
import io.r2dbc.spi.Readable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A table's columns once it is in use: their positions, and how each is read on each database. */
final class TableShape<M extends Model<M>> {

    private final List<Column<M, ?>> columns;
    private final Map<String, Column<M, ?>> byName = new LinkedHashMap<>();
    private final List<Column<M, ?>> mutableColumns;
    private final List<Column<M, ?>> ruledColumns;
    private final List<Column<M, ?>> generatedColumns;
    private final List<Selection> selections;
    private final @Nullable Object[] blank;
    private final Map<Dialect, ColumnReader[]> readers = new ConcurrentHashMap<>();

    TableShape(List<Column<M, ?>> columns) {
        this.columns = List.copyOf(columns);
        this.blank = new Object[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            Column<M, ?> column = columns.get(i);
            column.place(i);
            byName.put(column.name(), column);
            blank[i] = column.defaultValue() == null ? Attributes.ABSENT : column.defaultValue();
        }
        this.mutableColumns = columns.stream().filter(Column::isMutable).toList();
        this.ruledColumns =
                columns.stream().filter(column -> !column.rules().isEmpty()).toList();
        this.generatedColumns =
                columns.stream().filter(column -> column.generator() != null).toList();
        this.selections = columns.stream().map(Column::selection).toList();
    }

    List<Column<M, ?>> columns() {
        return columns;
    }

    /** The columns whose values can be changed in place. */
    List<Column<M, ?>> mutableColumns() {
        return mutableColumns;
    }

    /** The columns whose values have rules to keep. */
    List<Column<M, ?>> ruledColumns() {
        return ruledColumns;
    }

    /** The columns that a new model is given a value for. */
    List<Column<M, ?>> generatedColumns() {
        return generatedColumns;
    }

    Map<String, Column<M, ?>> byName() {
        return byName;
    }

    List<Selection> selections() {
        return selections;
    }

    /** The attributes of a new model: its defaults, which all models share until they are asked for. */
    Attributes blank() {
        return new Attributes(blank.clone());
    }

    /** How to read each column, in the order of {@link #selections()}. */
    ColumnReader[] readers(Dialect dialect) {
        ColumnReader[] found = readers.get(dialect);
        return found != null ? found : readers.computeIfAbsent(dialect, this::newReaders);
    }

    private ColumnReader[] newReaders(Dialect dialect) {
        return columns.stream().map(column -> reader(column, dialect)).toArray(ColumnReader[]::new);
    }

    private static ColumnReader reader(Column<?, ?> column, Dialect dialect) {
        Codec codec = dialect.codec(column.type());
        Cast<?, Object> cast = column.cast();
        return cast == null
                ? codec::read
                : (row, index) -> {
                    Object stored = codec.read(row, index);
                    return stored == null ? null : cast.get(stored);
                };
    }

    /** Reads one column of a row. */
    @FunctionalInterface
    interface ColumnReader {
        @Nullable Object read(Readable row, int index);
    }
}
