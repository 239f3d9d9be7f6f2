package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.RowReader;
import dev.ilana.query.Page;
import dev.ilana.query.Reader;
import dev.ilana.query.Windows;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The rows of a query as values of fields, and what a function makes of each; a null that it makes is left out.
 *
 * @param fields the values, in the order in which the function takes them
 */
record FieldRows<M extends Model<M>>(
        ModelQuery<M> query, List<? extends Field<M, ?>> fields, Function<@Nullable Object[], @Nullable Object> maker) {

    /** The first of them, so many. */
    FieldRows<M> limited(long count) {
        return of(query.limit(count));
    }

    private FieldRows<M> of(ModelQuery<M> other) {
        return new FieldRows<>(other, fields, maker);
    }

    /** The statement; what is computed in it has a name, for whatever is built around it. */
    Select statement() {
        List<Selection> columns = new ArrayList<>();
        for (Field<M, ?> field : fields) {
            boolean named = field.expression() instanceof ColumnRef;
            columns.add(
                    field instanceof Column<M, ?> column
                            ? column.selection()
                            : new Selection(field.expression(), named ? null : "field_" + (columns.size() + 1)));
        }
        return query.choosing(columns);
    }

    /** All of them, in one hand. */
    <R> Mono<List<R>> list() {
        return query.<@Nullable Object[]>rows(statement(), this::values)
                // Not while the rows are read: an error of the maker is no error of the database.
                .map(this::made);
    }

    /** The page of that number, counted from 1, and the number of all rows. */
    <R> Mono<Page<R>> page(long page, int perPage) {
        // Rows that stand for others have no key of their own.
        boolean shaped = query.isShaped();
        ModelQuery<M> paged =
                query.page(shaped ? fields : query.table().primaryKey().columns(), page, perPage);
        return query.counted(of(query.unlocked()).statement())
                .flatMap(total -> of(paged).<R>list().map(found -> new Page<>(found, total, perPage, page)));
    }

    /** A part of them at a time. */
    <R> Windows<R> windows() {
        Reader<@Nullable Object[], R> reader =
                new Reader<>(query::rows, (db, hidden) -> values(db), rows -> Mono.just(made(rows)));
        return query.windows(reader, statement());
    }

    private RowReader<@Nullable Object[]> values(Database db) {
        return (row, metadata) -> {
            @Nullable Object[] values = new Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = fields.get(i).read(db.dialect(), row, i, metadata.getColumnMetadata(i));
            }
            return values;
        };
    }

    @SuppressWarnings("unchecked") // what the maker makes
    private <R> List<R> made(List<@Nullable Object[]> rows) {
        List<R> made = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            Object each = maker.apply(row);
            if (each != null) {
                made.add((R) each);
            }
        }
        return made;
    }
}
