package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.query.Keyset.Keyed;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads pages that begin behind a row, or end before one. */
record CursorPages<S, T>(Reader<S, T> reader, Select statement, Keyset keyset, int perPage) {

    Mono<CursorPage<T>> page(Database database, @Nullable String cursor) {
        // By the values that are sent: a tenant's cursors are no other's.
        return database.executor()
                .completed(database.dialect().grammar().compile(keyset.sorted(statement)))
                .flatMap(query -> page(database, new PageCursor.Kind(database, keyset, query), cursor));
    }

    private Mono<CursorPage<T>> page(Database database, PageCursor.Kind cursors, @Nullable String cursor) {
        PageCursor from = cursor == null ? null : cursors.read(cursor);
        boolean backward = from != null && from.backward();
        Keyset order = backward ? keyset.reversed() : keyset;
        Select rows = order.sorted(statement).withLimit(perPage + 1L);
        if (from != null) {
            Criterion after = order.after(from.values(), database.dialect());
            rows = rows.withWhere(rows.where() == null ? after : new Criterion.And(List.of(rows.where(), after)));
        }
        return reader.keyed(statement, rows, order).flatMap(found -> {
            boolean more = found.size() > perPage;
            List<Keyed<S>> kept = new ArrayList<>(more ? found.subList(0, perPage) : found);
            if (backward) {
                Collections.reverse(kept);
            }
            boolean came = from != null && !kept.isEmpty();
            String next = (backward ? came : more) ? cursors.write(behind(kept)) : null;
            String previous = (backward ? more : came) ? cursors.write(before(kept)) : null;
            return reader.finish(kept.stream().map(Keyed::row).toList())
                    .map(data -> new CursorPage<>(data, next, previous, next != null, previous != null, "", perPage));
        });
    }

    private static <S> PageCursor behind(List<Keyed<S>> rows) {
        return new PageCursor(false, rows.get(rows.size() - 1).keys());
    }

    private static <S> PageCursor before(List<Keyed<S>> rows) {
        return new PageCursor(true, rows.get(0).keys());
    }
}
