package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Rows given as maps, as lists of values in the order of one list of columns. */
record RowList(List<String> columns, List<List<Value>> values) {

    /**
     * The rows, of which there is at least one.
     *
     * @throws InvalidUsageException when they have not all the same columns
     */
    static RowList of(List<? extends Map<String, ?>> rows) {
        List<String> columns = List.copyOf(rows.get(0).keySet());
        List<List<Value>> values = new ArrayList<>(rows.size());
        for (Map<String, ?> row : rows) {
            if (!row.keySet().equals(rows.get(0).keySet())) {
                throw new InvalidUsageException("the rows of one write need the same columns: "
                        + rows.get(0).keySet() + " and " + row.keySet());
            }
            List<Value> bound = new ArrayList<>(columns.size());
            columns.forEach(column -> bound.add(Value.of(row.get(column))));
            values.add(bound);
        }
        return new RowList(columns, values);
    }

    /**
     * Nothing, when each is a column of the rows.
     *
     * @throws UnknownColumnException when one is not
     */
    void require(Collection<String> names) {
        for (String name : names) {
            if (!columns.contains(name)) {
                throw new UnknownColumnException("of the rows given", name, columns);
            }
        }
    }

    /** The same rows, with the first columns first. */
    RowList inOrder(Collection<String> first, Collection<String> then) {
        List<String> ordered = new ArrayList<>(first);
        ordered.addAll(then);
        return new RowList(
                List.copyOf(ordered),
                values.stream()
                        .map(row -> ordered.stream()
                                .map(column -> row.get(columns.indexOf(column)))
                                .toList())
                        .toList());
    }
}
