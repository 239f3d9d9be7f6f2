package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.sql.Select;
import dev.ilana.sql.Sql;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A walk by a cursor of the server's: one statement, whose connection is free between two windows of its rows. */
final class CursorWalk<S, T> implements Walk<T> {

    private final Reader<S, T> reader;
    private final Database database;
    private final Sql fetch;
    private final int size;
    private boolean more = true;

    private CursorWalk(Reader<S, T> reader, Database database, Sql fetch, int size) {
        this.reader = reader;
        this.database = database;
        this.fetch = fetch;
        this.size = size;
    }

    /** Every row; the cursor is opened in the transaction of the Context, and closed at the end, an error or a cancel. */
    static <S, T> Flux<T> rows(Reader<S, T> reader, Database database, Select statement, int size) {
        return Flux.deferContextual(context -> {
            var grammar = database.dialect().grammar();
            String cursor = database.newCursor(context);
            Mono<Void> close = database.executor()
                    .update(grammar.closeCursor(cursor))
                    .then()
                    // Where the transaction is over or has failed, there is no cursor any more.
                    .onErrorComplete();
            return Flux.usingWhen(
                    database.executor()
                            .update(grammar.openCursor(cursor, statement))
                            .thenReturn(cursor),
                    opened -> Walk.rows(() -> new CursorWalk<>(reader, database, grammar.fetch(opened, size), size)),
                    opened -> close,
                    (opened, error) -> close,
                    opened -> close);
        });
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    @Override
    public Mono<List<T>> next() {
        return database.executor()
                .list(fetch, reader.rows().on(database, 0))
                .defaultIfEmpty(List.of())
                .flatMap(found -> {
                    more = found.size() == size;
                    return reader.finish(found);
                });
    }
}
