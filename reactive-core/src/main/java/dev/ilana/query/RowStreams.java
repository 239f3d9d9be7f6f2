package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Order;
import dev.ilana.sql.Select;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The words of a {@link Query} that give its rows a part at a time. Rows are told apart by their {@code id}. */
public abstract sealed class RowStreams extends QueryBuilder<Query> permits Query {

    RowStreams(Select select, Settings settings) {
        super(select, settings);
    }

    private Windows<Row> windows(String key) {
        Reader<Row, Row> reader =
                new Reader<>(this::list, (db, hidden) -> Row.reader(db.dialect(), hidden), Mono::just);
        return Windows.of(database(), reader, statement(), this::sortKey, List.of(SortKey.of(column(key), null)));
    }

    private Windows<Row> windows() {
        return windows(keyName());
    }

    /** The {@code id} is one column, whether its table is named or not. */
    private SortKey sortKey(Order order) {
        boolean isKey = order.expression().equals(new ColumnRef(null, "id"));
        return isKey
                ? new SortKey(order.by(column(keyName())), null, false)
                : new SortKey(order, null, !order.expression().equals(column(keyName())));
    }

    /** The column that tells a row from another. */
    final String keyName() {
        return select().source().name() + ".id";
    }

    /**
     * Every row, in the order of the query, on one connection: a window of so many is in memory, and the next is read when
     * all of it is taken. All windows are of the same moment, whatever is written meanwhile, where the database can
     * ({@code SNAPSHOT}). The connection is held until the last row is taken, or a cancel.
     *
     * @throws InvalidUsageException for a window of less than 1; as an error, where the database has no cursor of its own
     *     and windows can't follow the order of the query
     */
    public final Flux<Row> cursor(int windowSize) {
        return windows().cursor(windowSize);
    }

    /**
     * Every row, in the order of the query and else of the {@code id}, by windows of so many, with no connection held
     * between two of them. A window begins behind the last row of the one before. The rows of groups, of {@code distinct()}
     * and of a union are counted instead, so their order must tell them apart.
     *
     * @throws InvalidUsageException for a window of less than 1, and for a query whose order windows can't follow
     */
    public final Flux<Row> lazy(int windowSize) {
        return windows().lazy(windowSize);
    }

    /**
     * Every row, by windows of the {@code id}, with no connection held between two of them.
     *
     * @throws InvalidUsageException when the query has an order, limit, offset, groups or union of its own
     */
    public final Flux<Row> lazyById(int windowSize) {
        return windows().lazyById(windowSize);
    }

    /** The same by another column, which has no value twice and no null. */
    public final Flux<Row> lazyById(int windowSize, String column) {
        return windows(column).lazyById(windowSize);
    }

    /**
     * Does the work on every row, so many at a time, in the order of {@link #lazy}. The next chunk is read when the work on
     * the one before has ended, and no connection is held while it is done.
     *
     * @param work ends the walk by giving {@link Chunk#STOP}
     * @return whether it came to the end
     * @throws InvalidUsageException for a chunk of less than 1, and for a query whose order windows can't follow
     */
    public final Mono<Boolean> chunk(int size, Function<? super List<Row>, ? extends Publisher<?>> work) {
        return windows().chunk(size, work);
    }

    /**
     * {@link #chunk} by the {@code id}: also where the work changes what the query would sort by, each row comes once.
     *
     * @throws InvalidUsageException when the query has an order, limit, offset, groups or union of its own
     */
    public final Mono<Boolean> chunkById(int size, Function<? super List<Row>, ? extends Publisher<?>> work) {
        return windows().chunkById(size, work);
    }

    /** The same by another column, which has no value twice and no null. */
    public final Mono<Boolean> chunkById(
            int size, String column, Function<? super List<Row>, ? extends Publisher<?>> work) {
        return windows(column).chunkById(size, work);
    }

    /** {@link #chunk} with one row after the other. */
    public final Mono<Boolean> each(int size, Function<? super Row, ? extends Publisher<?>> work) {
        return windows().each(size, work);
    }

    // Pages

    /**
     * The page of that number, counted from 1, and the number of all rows: two statements.
     *
     * @throws InvalidUsageException for a page or a size below 1, and for a query with a limit of its own
     */
    public final Mono<Page<Row>> paginate(long page, int perPage) {
        // The rows of a page may be locked, but not their number.
        return windows().page(page, perPage, withSelect(select().withLock(null)).count());
    }

    /**
     * The page of that number, counted from 1, and whether there is another: one statement, which counts nothing.
     *
     * @throws InvalidUsageException for a page or a size below 1, and for a query with a limit of its own
     */
    public final Mono<SimplePage<Row>> simplePaginate(long page, int perPage) {
        return windows().simplePage(page, perPage);
    }

    /** The first page, and the cursor of the next. */
    public final Mono<CursorPage<Row>> cursorPaginate(int perPage) {
        return windows().cursorPage(perPage, null);
    }

    /**
     * The page that the cursor of another page of this query stands for; the first for null. A page begins behind a row and
     * not at a number, so that rows that come or go meanwhile move no other, and the last page is as fast as the first.
     * The order of the query may be of several columns, each in its direction and with nulls; the {@code id} comes last.
     *
     * @throws InvalidUsageException for a size below 1, and for a query whose order a cursor can't stand in
     * @throws dev.ilana.error.InvalidCursorException as an error, for a cursor that is none of this query
     */
    public final Mono<CursorPage<Row>> cursorPaginate(int perPage, @Nullable String cursor) {
        return windows().cursorPage(perPage, cursor);
    }
}
