package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Chunk;
import dev.ilana.query.CursorPage;
import dev.ilana.query.Reader;
import dev.ilana.query.Settings;
import dev.ilana.query.SimplePage;
import dev.ilana.query.SortKey;
import dev.ilana.query.Windows;
import dev.ilana.sql.Order;
import dev.ilana.sql.Select;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The words of a {@link ModelQuery} that give its models a part at a time, with their relations.
 *
 * @param <M> the model
 */
public abstract sealed class ModelStreams<M extends Model<M>> extends ModelReads<M> permits ModelWrites {

    ModelStreams(Select select, Settings settings) {
        super(select, settings);
    }

    /** How the models of a statement are read. */
    abstract Reader<M, M> reader();

    private Windows<M> windows() {
        return windows(reader(), statement());
    }

    final <S, T> Windows<T> windows(Reader<S, T> reader, Select statement) {
        return Windows.of(
                database(),
                reader,
                statement,
                this::sortKey,
                table().primaryKey().columns().stream()
                        .map(column -> SortKey.of(column.reference(), column.type()))
                        .toList());
    }

    /** A sort key that is a column of the table has its type, and is null where the column may be. */
    private SortKey sortKey(Order order) {
        for (Column<M, ?> column : table().shape().columns()) {
            if (column.reference().equals(order.expression())) {
                return new SortKey(order, column.type(), column.isNullable());
            }
        }
        return new SortKey(order, null, true);
    }

    // Streams

    /**
     * Every model, in the order of the query, on one connection: a window of so many is in memory, its relations loaded,
     * and the next is read when all of it is taken. All windows are of the same moment, whatever is written meanwhile, where
     * the database can ({@code SNAPSHOT}).
     *
     * <p>The connection is held until the last model is taken, or a cancel. A subscriber that queries for each model needs
     * another one, or a transaction around all, whose own connection then serves both; {@link #lazy} holds none.
     *
     * @throws InvalidUsageException for a window of less than 1
     */
    public final Flux<M> cursor(int windowSize) {
        return windows().cursor(windowSize);
    }

    /**
     * Every model, in the order of the query and else of the key, by windows of so many, their relations included. No
     * connection is held between two windows, so a slow subscriber keeps none and may query as it likes. A window begins
     * behind the last model of the one before: what is written meanwhile is seen, and moves no other model.
     *
     * @throws InvalidUsageException for a window of less than 1, and for a query whose order windows can't follow
     */
    public final Flux<M> lazy(int windowSize) {
        return windows().lazy(windowSize);
    }

    /**
     * Every model, by windows of the key: any number in bounded memory, their relations included. No connection is held
     * between two windows, so a slow subscriber keeps none and may query as it likes.
     *
     * @throws InvalidUsageException when the query has an order, limit, offset or union of its own
     */
    public final Flux<M> lazyById(int windowSize) {
        return windows().lazyById(windowSize);
    }

    /**
     * Does the work on every model, so many at a time, in the order of {@link #lazy}. The next chunk is read when the work
     * on the one before has ended, and no connection is held while it is done.
     *
     * @param work ends the walk by giving {@link Chunk#STOP}
     * @return whether it came to the end
     * @throws InvalidUsageException for a chunk of less than 1, and for a query whose order windows can't follow
     */
    public final Mono<Boolean> chunk(int size, Function<? super Collection<M>, ? extends Publisher<?>> work) {
        return windows().chunk(size, models -> work.apply(Collection.make(models)));
    }

    /**
     * {@link #chunk} by the key: also where the work changes what the query would sort by, each model comes once.
     *
     * @throws InvalidUsageException when the query has an order, limit, offset or union of its own
     */
    public final Mono<Boolean> chunkById(int size, Function<? super Collection<M>, ? extends Publisher<?>> work) {
        return windows().chunkById(size, models -> work.apply(Collection.make(models)));
    }

    /** {@link #chunk} with one model after the other. */
    public final Mono<Boolean> each(int size, Function<? super M, ? extends Publisher<?>> work) {
        return windows().each(size, work);
    }

    // Pages

    /**
     * The page of that number, counted from 1, and whether there is another: one statement, which counts nothing.
     *
     * @throws InvalidUsageException for a page or a size below 1, and for a query with a limit of its own
     */
    public final Mono<SimplePage<M>> simplePaginate(long page, int perPage) {
        return windows().simplePage(page, perPage);
    }

    /** The first page, and the cursor of the next. */
    public final Mono<CursorPage<M>> cursorPaginate(int perPage) {
        return windows().cursorPage(perPage, null);
    }

    /**
     * The page that the cursor of another page of this query stands for; the first for null. A page begins behind a row and
     * not at a number, so that models that come or go meanwhile move no other, and the last page is as fast as the first.
     * The order of the query may be of several columns, each in its direction and with nulls; the key comes last.
     *
     * @throws InvalidUsageException for a size below 1, and for a query whose order a cursor can't stand in
     * @throws dev.ilana.error.InvalidCursorException as an error, for a cursor that is none of this query
     */
    public final Mono<CursorPage<M>> cursorPaginate(int perPage, @Nullable String cursor) {
        return windows().cursorPage(perPage, cursor);
    }
}
