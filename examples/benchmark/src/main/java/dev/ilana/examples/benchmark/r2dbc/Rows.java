package dev.ilana.examples.benchmark.r2dbc;

import dev.ilana.examples.benchmark.work.CommentRow;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.EventRow;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.Sql;
import dev.ilana.examples.benchmark.work.UserRow;
import dev.ilana.examples.benchmark.work.WeighedEvent;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Rows read and written by index and exact class. */
final class Rows {

    static final String USER = "id, name, email, age, active, balance, created_at, updated_at";

    private static final int COLUMNS = 7;

    private Rows() {}

    static PostRow post(Readable row) {
        return new PostRow(
                given(row.get(0, Long.class)),
                given(row.get(1, Long.class)),
                given(row.get(2, String.class)),
                given(row.get(3, Integer.class)),
                given(row.get(4, Instant.class)));
    }

    static CommentRow comment(Readable row) {
        return new CommentRow(
                given(row.get(0, Long.class)),
                given(row.get(1, Long.class)),
                given(row.get(2, String.class)),
                given(row.get(3, Instant.class)));
    }

    /** A user and a number behind it. */
    static CountedUser counted(Readable row) {
        return new CountedUser(UserRow.of(row), given(row.get(8, Long.class)));
    }

    /** An event and a number behind it. */
    static WeighedEvent weighed(Readable row) {
        return new WeighedEvent(event(row), given(row.get(4, Integer.class)));
    }

    static EventRow event(Readable row) {
        return new EventRow(
                given(row.get(0, Long.class)),
                given(row.get(1, String.class)),
                given(row.get(2, String.class)),
                given(row.get(3, Instant.class)));
    }

    /** The only column of each row. */
    static Flux<Long> number(Result result) {
        return Flux.from(result.map(row -> given(row.get(0, Long.class))));
    }

    /** One statement for all of them. */
    static Statement insert(Connection connection, Sql sql, List<UserRow> rows, String end) {
        Statement statement = connection.createStatement(values(sql, rows.size()) + end);
        int index = 0;
        for (UserRow row : rows) {
            statement
                    .bind(index++, row.name())
                    .bind(index++, row.email())
                    .bind(index++, row.age())
                    .bind(index++, row.active())
                    .bind(index++, row.balance())
                    .bind(index++, row.createdAt())
                    .bind(index++, row.updatedAt());
        }
        return statement;
    }

    private static String values(Sql sql, int rows) {
        StringBuilder text = new StringBuilder(
                "INSERT INTO new_users (name, email, age, active, balance, created_at, updated_at) VALUES ");
        for (int i = 0, marker = 1; i < rows; i++) {
            text.append(i == 0 ? "(" : ", (");
            for (int column = 0; column < COLUMNS; column++) {
                text.append(column == 0 ? "" : ", ").append(sql.marker(marker++));
            }
            text.append(')');
        }
        return text.toString();
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
