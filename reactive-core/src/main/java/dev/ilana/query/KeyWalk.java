package dev.ilana.query;

import dev.ilana.dialect.Dialect;
import dev.ilana.query.Keyset.Keyed;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Select;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A walk by the keys of the last row: each window begins after it, so that rows which come, go or change meanwhile move no
 * others.
 */
final class KeyWalk<S, T> implements Walk<T> {

    private final Reader<S, T> reader;
    private final Select statement;
    private final Keyset keyset;
    private final Dialect dialect;
    private final int size;
    /** How many rows the query still wants; null when it said no limit. */
    private @Nullable Long wanted;

    private @Nullable Object @Nullable [] last;
    private boolean more = true;

    KeyWalk(Reader<S, T> reader, Select statement, Keyset keyset, Dialect dialect, int size) {
        this.reader = reader;
        this.statement = statement;
        this.keyset = keyset;
        this.dialect = dialect;
        this.size = size;
        this.wanted = statement.limit();
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    @Override
    public Mono<List<T>> next() {
        return next(size).flatMap(reader::finish);
    }

    private Mono<List<S>> next(int rows) {
        long limit = wanted == null ? rows : Math.min(rows, wanted);
        Select window = window().withLimit(limit);
        return reader.keyed(statement, window, keyset).flatMap(found -> {
            boolean full = found.size() == limit;
            List<Keyed<S>> kept = full && !statement.joins().isEmpty() ? whole(found) : found;
            if (full && kept.isEmpty() && limit == rows && rows < Integer.MAX_VALUE / 2) {
                return next(rows * 2);
            }
            return Mono.just(taken(kept.isEmpty() ? found : kept, full));
        });
    }

    private Select window() {
        Select sorted = keyset.sorted(statement);
        if (last == null) {
            return sorted;
        }
        Criterion after = keyset.after(last, dialect);
        Criterion where = sorted.where();
        return sorted.withOffset(null).withWhere(where == null ? after : new Criterion.And(List.of(where, after)));
    }

    /** Without the last row and those of the same keys, of which a join may have more behind the window; or none. */
    private static <S> List<Keyed<S>> whole(List<Keyed<S>> found) {
        Object[] lastKeys = found.get(found.size() - 1).keys();
        int end = found.size();
        while (end > 0 && Arrays.deepEquals(found.get(end - 1).keys(), lastKeys)) {
            end--;
        }
        return found.subList(0, end);
    }

    private List<S> taken(List<Keyed<S>> kept, boolean full) {
        if (wanted != null) {
            wanted -= kept.size();
        }
        more = full && !kept.isEmpty() && (wanted == null || wanted > 0);
        if (more) {
            last = kept.get(kept.size() - 1).keys();
        }
        return kept.stream().map(Keyed::row).toList();
    }
}
