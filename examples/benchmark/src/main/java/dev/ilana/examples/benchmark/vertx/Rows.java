package dev.ilana.examples.benchmark.vertx;

import dev.ilana.examples.benchmark.work.EventRow;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows read and written by index. */
final class Rows {

    static final String USER = "id, name, email, age, active, balance, created_at, updated_at";

    private Rows() {}

    static Future<List<UserRow>> users(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql).mapping(Rows::user).execute(values).map(Rows::list);
    }

    /** The first column of the first row. */
    static Future<Long> number(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.iterator().next().getLong(0));
    }

    static <T> List<T> list(RowSet<T> rows) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(list::add);
        return list;
    }

    /** How many rows a batch has written. */
    static long written(RowSet<Row> batch) {
        long written = 0;
        for (@Nullable RowSet<Row> one = batch; one != null; one = one.next()) {
            written += one.rowCount();
        }
        return written;
    }

    private static UserRow user(Row row) {
        return new UserRow(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getInteger(3),
                row.getBoolean(4),
                row.getBigDecimal(5),
                time(row, 6),
                time(row, 7));
    }

    static PostRow post(Row row) {
        return new PostRow(row.getLong(0), row.getLong(1), row.getString(2), row.getInteger(3), time(row, 4));
    }

    static EventRow event(Row row) {
        return new EventRow(row.getLong(0), row.getString(1), row.getString(2), time(row, 3));
    }

    private static Instant time(Row row, int column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static Tuple values(int number) {
        UserRow row = UserRow.numbered(number);
        return Tuple.from(List.of(
                row.name(),
                row.email(),
                row.age(),
                row.active(),
                row.balance(),
                row.createdAt().atOffset(ZoneOffset.UTC),
                row.updatedAt().atOffset(ZoneOffset.UTC)));
    }
}
