package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Keyset.Keyed;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Call;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Order;
import dev.ilana.sql.Over;
import dev.ilana.sql.Raw;
import dev.ilana.sql.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rows of a query a part at a time: streams, chunks and pages, for whoever has a statement and a way to read it.
 *
 * @param <T> what is given of a row
 */
public final class Windows<T> {

    private final Mono<Database> database;
    private final Source<?, T> source;

    /**
     * @param orders the keys of the query's own order; null where one of them can't be compared with
     * @param key what tells one row from another
     */
    private record Source<S, T>(
            Reader<S, T> reader, Select statement, @Nullable List<SortKey> orders, List<SortKey> key) {

        Flux<T> cursor(Database db, int size) {
            if (db.dialect().supports(Capability.SERVER_CURSOR)) {
                return CursorWalk.rows(reader, db, statement, size);
            }
            return Walk.rows(() -> walk(db, size));
        }

        Walk<T> walk(Database db, int size) {
            Keyset keyset = keyset();
            return keyset == null
                    ? new OffsetWalk<>(reader, inOrder(), size)
                    : new KeyWalk<>(reader, statement, keyset, db.dialect(), size);
        }

        Walk<T> walkByKey(Database db, int size) {
            return new KeyWalk<>(reader, statement, new Keyset(key), db.dialect(), size);
        }

        /** The keys of the order and, behind them, those that tell equal rows apart; null where rows have none to go by. */
        @Nullable Keyset keyset() {
            if (orders == null || isShaped()) {
                return null;
            }
            List<SortKey> keys = new ArrayList<>(orders);
            Order.Direction direction = orders.isEmpty()
                    ? null
                    : orders.get(orders.size() - 1).order().direction();
            for (SortKey each : key) {
                if (orders.stream().noneMatch(order -> order.expression().equals(each.expression()))) {
                    keys.add(direction == null ? each : each.directed(direction));
                }
            }
            Keyset keyset = new Keyset(keys);
            // One column more, and rows that were alike are not.
            boolean alike = statement.distinct() != null && keyset.hidden(statement) > 0;
            return alike || keys.stream().anyMatch(this::isRenamed) ? null : keyset;
        }

        /** Whether something else goes by the name of the key's column, which an order would then be by. */
        private boolean isRenamed(SortKey key) {
            return key.expression() instanceof ColumnRef column
                    && statement.columns().stream()
                            .anyMatch(selected -> column.column().equals(selected.alias())
                                    && !selected.expression().equals(column));
        }

        Mono<SimplePage<T>> simplePage(long offset, int perPage) {
            Keyset keyset = keyset();
            // One more, which is not loaded with the others, says that there is a next page.
            Select rows = (keyset == null ? inOrder() : keyset.sorted(statement))
                    .withLimit(perPage + 1L)
                    .withOffset(offset == 0 ? null : offset);
            Mono<List<S>> found = keyset == null
                    ? reader.list(rows)
                    : reader.keyed(statement, rows, keyset)
                            .map(keyed -> keyed.stream().map(Keyed::row).toList());
            return found.flatMap(all -> reader.finish(all.size() > perPage ? all.subList(0, perPage) : all)
                    .map(data -> new SimplePage<>(data, all.size() > perPage)));
        }

        CursorPages<S, T> cursorPages(int perPage) {
            Keyset keyset = keyset();
            if (keyset == null) {
                throw new InvalidUsageException(
                        "a cursor stands at a row of one table, by what its query is sorted by: take"
                                + " groups, unions, distinct and orders in SQL or at random off the query, or use paginate");
            }
            return new CursorPages<>(reader, statement, keyset, perPage);
        }

        /** Whether a row stands for others, so that it has no key of its own. */
        boolean isShaped() {
            return !statement.groups().isEmpty()
                    || statement.having() != null
                    || !statement.unions().isEmpty()
                    || statement.partition() != null
                    || (statement.distinct() != null
                            && !statement.distinct().on().isEmpty());
        }

        /** The statement in an order in which windows can follow each other. */
        Select inOrder() {
            if (statement.orders().isEmpty()) {
                throw new InvalidUsageException(
                        "a query without rows of one table needs an order for its windows or pages"
                                + " to follow each other: say orderBy(...), by what tells its rows apart");
            }
            if (statement.orders().stream().anyMatch(order -> isRandom(order.expression()))) {
                throw new InvalidUsageException(
                        "in a random order, which is another each time, no window or page follows another");
            }
            boolean alike = isShaped() || statement.distinct() != null;
            Select sorted = statement;
            for (SortKey each : alike ? List.<SortKey>of() : key) {
                sorted = sorted.withOrder(each.order());
            }
            return sorted;
        }
    }

    private Windows(Mono<Database> database, Source<?, T> source) {
        this.database = database;
        this.source = source;
    }

    /**
     * The windows of a statement.
     *
     * @param order what a sort key of the statement is, as far as the query knows
     * @param key what tells one row from another
     */
    public static <S, T> Windows<T> of(
            Mono<Database> database,
            Reader<S, T> reader,
            Select statement,
            Function<Order, SortKey> order,
            List<SortKey> key) {
        boolean comparable = statement.orders().stream().map(Order::expression).allMatch(Windows::isComparable);
        List<SortKey> orders =
                comparable ? statement.orders().stream().map(order).toList() : null;
        return new Windows<>(database, new Source<>(reader, statement, orders, key));
    }

    private static boolean isComparable(Expression expression) {
        return !(expression instanceof Raw || expression instanceof Over || expression instanceof Aggregate)
                && !isRandom(expression);
    }

    private static boolean isRandom(Expression expression) {
        return expression instanceof Call call && call.function() == Call.Function.RANDOM;
    }

    // Streams

    /** Every row, on one connection, with no more than a window of them in memory. */
    public Flux<T> cursor(int size) {
        requireSize(size);
        if (source.statement().lock() != null) {
            return database.flatMapMany(
                    db -> db.inTransaction("a lock on rows").thenMany(Flux.defer(() -> cursor(db, size))));
        }
        return database.flatMapMany(db -> cursor(db, size));
    }

    private Flux<T> cursor(Database db, int size) {
        return db.reading(() -> source.cursor(db, size));
    }

    /** Every row, by windows, with no connection held between them. */
    public Flux<T> lazy(int size) {
        requireWindows(size);
        return database.flatMapMany(db -> Walk.rows(() -> source.walk(db, size)));
    }

    /** Every row, by windows of the key. */
    public Flux<T> lazyById(int size) {
        requireKeyOrder(size);
        return database.flatMapMany(db -> Walk.rows(() -> source.walkByKey(db, size)));
    }

    /** Does the work on a window after the other; whether it came to the end. */
    public Mono<Boolean> chunk(int size, Function<? super List<T>, ? extends Publisher<?>> work) {
        requireWindows(size);
        return database.flatMap(db -> Walk.chunks(() -> source.walk(db, size), work));
    }

    /** The same by windows of the key. */
    public Mono<Boolean> chunkById(int size, Function<? super List<T>, ? extends Publisher<?>> work) {
        requireKeyOrder(size);
        return database.flatMap(db -> Walk.chunks(() -> source.walkByKey(db, size), work));
    }

    /** Does the work on a row after the other; whether it came to the end. */
    public Mono<Boolean> each(int size, Function<? super T, ? extends Publisher<?>> work) {
        return chunk(size, Walk.each(work));
    }

    // Pages

    /** The page of that number, counted from 1, of so many rows in all. */
    public Mono<Page<T>> page(long page, int perPage, Mono<Long> total) {
        Mono<SimplePage<T>> found = simplePage(page, perPage);
        return total.flatMap(rows -> found.map(simple -> new Page<>(simple.data(), rows, perPage, page)));
    }

    /** The page of that number, counted from 1, and whether there is a next: one statement. */
    public Mono<SimplePage<T>> simplePage(long page, int perPage) {
        requirePages(page, perPage);
        requireWhole();
        requireWindows(perPage);
        return source.simplePage(offset(page, perPage), perPage);
    }

    private static long offset(long page, int perPage) {
        try {
            return Math.multiplyExact(page - 1, (long) perPage);
        } catch (ArithmeticException e) {
            throw new InvalidUsageException("no table has so many rows: page " + page + " of " + perPage);
        }
    }

    /** The page that the cursor stands before; the first for none. */
    public Mono<CursorPage<T>> cursorPage(int perPage, @Nullable String cursor) {
        requirePages(1, perPage);
        requireWhole();
        CursorPages<?, T> pages = source.cursorPages(perPage);
        return database.flatMap(db -> pages.page(db, cursor));
    }

    private static void requirePages(long page, int perPage) {
        if (page < 1 || perPage < 1) {
            throw new InvalidUsageException("pages and their sizes count from 1: page " + page + " of " + perPage);
        }
    }

    private void requireWhole() {
        if (source.statement().limit() != null || source.statement().offset() != null) {
            throw new InvalidUsageException(
                    "a page is the limit and the offset of its query: take those off that it has");
        }
    }

    private static void requireSize(int size) {
        if (size < 1) {
            throw new InvalidUsageException("a window has at least 1 row, and not " + size);
        }
    }

    private void requireWindows(int size) {
        requireSize(size);
        if (source.keyset() == null) {
            var unused = source.inOrder();
        }
    }

    private void requireKeyOrder(int size) {
        Select statement = source.statement();
        if (size < 1
                || !statement.orders().isEmpty()
                || statement.limit() != null
                || statement.offset() != null
                || source.keyset() == null) {
            throw new InvalidUsageException("lazyById and chunkById go by the key, in windows of at least 1: take the"
                    + " order, limit, offset, groups and union off the query");
        }
    }
}
