package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows given as maps, as lists of values in the order of one list of columns. */
record RowList(List<String> columns, List<List<Value>> values) {

    /**
     * The rows, of which there is at least one.
     *
     * @throws InvalidUsageException when they have not all the same columns
     */
    static RowList of(List<? extends Map<String, ?>> rows) {
        return of(List.copyOf(rows.get(0).keySet()), rows);
    }

    /**
     * The rows, which have these columns.
     *
     * @throws InvalidUsageException when one has others, or none of several has any
     */
    static RowList of(List<String> columns, List<? extends Map<String, ?>> rows) {
        if (columns.isEmpty() && rows.size() > 1) {
            throw new InvalidUsageException("rows without any value can't be written together; write them one by one");
        }
        Set<String> expected = new HashSet<>(columns);
        List<List<Value>> values = new ArrayList<>(rows.size());
        for (Map<String, ?> row : rows) {
            if (!row.keySet().equals(expected)) {
                throw new InvalidUsageException(
                        "the rows of one write need the same columns: " + columns + " and " + row.keySet());
            }
            List<Value> bound = new ArrayList<>(columns.size());
            for (String column : columns) {
                bound.add(Value.of(row.get(column)));
            }
            values.add(bound);
        }
        return new RowList(columns, values);
    }

    /** The same rows, so many at a time. */
    List<RowList> inPartsOf(int rows) {
        List<RowList> parts = new ArrayList<>();
        for (int start = 0; start < values.size(); start += rows) {
            parts.add(new RowList(columns, values.subList(start, Math.min(values.size(), start + rows))));
        }
        return parts;
    }

    /**
     * Nothing, when no two rows have the same values in these columns; nulls are the same as nothing.
     *
     * @throws InvalidUsageException when two have: the databases disagree on what becomes of them
     */
    void requireDifferent(Collection<String> keys) {
        int[] positions = keys.stream().mapToInt(columns::indexOf).toArray();
        Set<List<Value>> seen = new HashSet<>();
        for (List<Value> row : values) {
            List<Value> key = new ArrayList<>(positions.length);
            for (int position : positions) {
                key.add(row.get(position));
            }
            if (key.stream().noneMatch(value -> value.value() == null) && !seen.add(key)) {
                throw new InvalidUsageException("two of the rows are the same by " + keys);
            }
        }
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
        int[] positions = ordered.stream().mapToInt(columns::indexOf).toArray();
        List<List<Value>> rows = new ArrayList<>(values.size());
        for (List<Value> row : values) {
            List<Value> moved = new ArrayList<>(positions.length);
            for (int position : positions) {
                moved.add(row.get(position));
            }
            rows.add(moved);
        }
        return new RowList(List.copyOf(ordered), rows);
    }
}
