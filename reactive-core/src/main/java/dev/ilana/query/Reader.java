package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.connection.RowReader;
import dev.ilana.query.Keyset.Keyed;
import dev.ilana.sql.Select;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * How a query reads the rows of its statement, and what it makes of those that it read together.
 *
 * @param rows reads a row
 * @param finished makes the results of rows: loads what goes with them
 * @param <S> a row as it is read
 * @param <T> what is given of it
 */
public record Reader<S, T>(Lister lister, Rows<S> rows, Function<List<S>, Mono<List<T>>> finished) {

    /** Sends a statement and reads its rows; nothing is sent where none can fit. */
    @FunctionalInterface
    public interface Lister {
        <R> Mono<List<R>> list(Select statement, Function<Database, RowReader<R>> reader);
    }

    /** Reads rows of a database. */
    @FunctionalInterface
    public interface Rows<S> {
        /** @param hidden how many columns at the end of the row are not the query's */
        RowReader<S> on(Database database, int hidden);
    }

    /** The rows of the statement; an empty list when it has none. */
    Mono<List<S>> list(Select statement) {
        return lister.<S>list(statement, db -> rows.on(db, 0)).defaultIfEmpty(List.of());
    }

    /** The rows of what the keyset has made of the statement, with their keys. */
    Mono<List<Keyed<S>>> keyed(Select statement, Select sorted, Keyset keyset) {
        int hidden = keyset.hidden(statement);
        return lister.<Keyed<S>>list(sorted, db -> keyset.reader(statement, rows.on(db, hidden), db.dialect()))
                .defaultIfEmpty(List.of());
    }

    Mono<List<T>> finish(List<S> found) {
        return found.isEmpty() ? Mono.just(List.of()) : finished.apply(found).defaultIfEmpty(List.of());
    }
}
