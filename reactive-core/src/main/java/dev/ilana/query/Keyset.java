package dev.ilana.query;

import dev.ilana.connection.RowReader;
import dev.ilana.dialect.Dialect;
import dev.ilana.sql.AllColumns;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Join;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that rows are sorted by, which together tell each row from all others: so they say where a walk stands. */
record Keyset(List<SortKey> keys) {

    private static final String NAME = "ilana_key_";

    Keyset {
        keys = List.copyOf(keys);
    }

    /** The same rows from the last to the first. */
    Keyset reversed() {
        return new Keyset(keys.stream().map(SortKey::reversed).toList());
    }

    /** How many of the keys a statement does not read, and must read beside its columns. */
    int hidden(Select statement) {
        return (int) keys.stream().filter(key -> position(statement, key) < 0).count();
    }

    private static int position(Select statement, SortKey key) {
        for (int i = 0; i < statement.columns().size(); i++) {
            if (statement.columns().get(i).expression().equals(key.expression())) {
                return i;
            }
        }
        return -1;
    }

    /** The statement sorted by the keys, which it reads: as columns of its own, or behind those. */
    Select sorted(Select statement) {
        Select sorted = statement.withoutOrders();
        for (SortKey key : keys) {
            sorted = sorted.withOrder(key.order());
        }
        if (hidden(statement) == 0) {
            return sorted;
        }
        List<Selection> columns = new ArrayList<>(statement.columns());
        if (columns.isEmpty()) {
            columns.add(Selection.of(new AllColumns(statement.source().name())));
            for (Join join : statement.joins()) {
                columns.add(Selection.of(new AllColumns(join.source().name())));
            }
        }
        int number = 0;
        for (SortKey key : keys) {
            if (position(statement, key) < 0) {
                number++;
                columns.add(new Selection(key.expression(), NAME + number));
            }
        }
        return sorted.withColumns(columns);
    }

    /** Reads each row of what {@link #sorted} made of the statement, and its keys with it. */
    <T> RowReader<Keyed<T>> reader(Select statement, RowReader<T> rows, Dialect dialect) {
        int[] positions =
                keys.stream().mapToInt(key -> position(statement, key)).toArray();
        int hidden = hidden(statement);
        return (row, metadata) -> {
            int next = hidden == 0 ? 0 : metadata.getColumnMetadatas().size() - hidden;
            Object[] values = new Object[positions.length];
            for (int i = 0; i < values.length; i++) {
                int position = positions[i] < 0 ? next++ : positions[i];
                values[i] = keys.get(i).read(dialect, row, position, metadata);
            }
            return new Keyed<>(rows.read(row, metadata), values);
        };
    }

    /** The rows after the one that has these values. */
    Criterion after(@Nullable Object[] values, Dialect dialect) {
        return after(0, values, dialect);
    }

    /** Each key's own bound stands before what the next keys say, for the database to find it in an index. */
    private Criterion after(int i, @Nullable Object[] values, Dialect dialect) {
        SortKey key = keys.get(i);
        Criterion beyond = key.after(values[i], dialect);
        if (i == keys.size() - 1) {
            return beyond == null ? new Criterion.Or(List.of()) : beyond;
        }
        Criterion rest = after(i + 1, values, dialect);
        Criterion from = key.from(values[i]);
        if (from != null && beyond != null) {
            return from.and(beyond.or(rest));
        }
        Criterion among = key.equal(values[i]).and(rest);
        return beyond == null ? among : beyond.or(among);
    }

    /** A row with the values of the keys that it has. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Keyed<T>(T row, @Nullable Object[] keys) {}
}
