package dev.ilana.query;

import dev.ilana.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A walk by the number of rows passed: for results whose rows have no keys to go on from. */
final class OffsetWalk<S, T> implements Walk<T> {

    private final Reader<S, T> reader;
    private final Select statement;
    private final int size;
    private final @Nullable Long wanted;
    private long passed;
    private boolean more = true;

    OffsetWalk(Reader<S, T> reader, Select statement, int size) {
        this.reader = reader;
        this.statement = statement;
        this.size = size;
        this.wanted = statement.limit();
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    @Override
    public Mono<List<T>> next() {
        long limit = wanted == null ? size : Math.min(size, wanted - passed);
        long offset = (statement.offset() == null ? 0 : statement.offset()) + passed;
        return reader.list(statement.withLimit(limit).withOffset(offset == 0 ? null : offset))
                .flatMap(found -> {
                    passed += found.size();
                    more = found.size() == size && (wanted == null || passed < wanted);
                    return reader.finish(found);
                });
    }
}
