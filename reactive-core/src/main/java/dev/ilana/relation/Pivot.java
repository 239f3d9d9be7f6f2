package dev.ilana.relation;

import dev.ilana.model.Column;
import dev.ilana.model.Key;
import dev.ilana.model.ModelTable;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The table that relates rows of two others, as its relation describes it. */
final class Pivot {

    private static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";

    private final TableName table;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, Supplier<?>> values = new LinkedHashMap<>();
    private List<String> times = List.of();
    private @Nullable ModelTable<?> model;

    Pivot(String table) {
        this.table = TableName.parse(table);
    }

    TableName table() {
        return table;
    }

    ColumnRef column(String name) {
        return new ColumnRef(table.name(), name);
    }

    List<ColumnRef> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }

    /** The columns that are read with the related rows, beside those that relate. */
    Set<String> read() {
        return columns;
    }

    /** What every row of the relation has, by column. */
    Map<String, Supplier<?>> values() {
        return values;
    }

    /** The columns that hold when a row was made and when it was changed; empty when that is not kept. */
    List<String> times() {
        return times;
    }

    @Nullable ModelTable<?> model() {
        return model;
    }

    void read(String column) {
        columns.add(column(column).column());
    }

    void keepTimestamps() {
        times = List.of(CREATED_AT, UPDATED_AT);
        times.forEach(this::read);
    }

    void always(String column, Supplier<?> value) {
        values.put(column(column).column(), value);
    }

    void is(ModelTable<?> pivotModel) {
        model = pivotModel;
    }

    /** The names by convention of the columns that point at a key: {@code user_id}. */
    static List<String> pointingAt(Key<?> key) {
        List<String> names = new ArrayList<>();
        key.columns().forEach(column -> names.add(column.table().foreignKeyName(column)));
        return names;
    }

    /** The columns that point at a key, with its own. */
    static Map<String, Column<?, ?>> pointers(List<String> names, Key<?> key) {
        Map<String, Column<?, ?>> pointers = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            pointers.put(names.get(i), key.columns().get(i));
        }
        return pointers;
    }

    /** The columns that are read or written, but those that point and the times. */
    Set<String> others() {
        Set<String> others = new LinkedHashSet<>(columns);
        others.addAll(values.keySet());
        if (model != null) {
            model.columns().forEach(column -> others.add(column.databaseName()));
        } else {
            others.removeAll(times);
        }
        return others;
    }

    /** The columns that point at a key, with the parts of its value. */
    static Map<String, Object> pointers(List<String> names, List<Object> parts) {
        Map<String, Object> pointers = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            pointers.put(names.get(i), parts.get(i));
        }
        return pointers;
    }
}
