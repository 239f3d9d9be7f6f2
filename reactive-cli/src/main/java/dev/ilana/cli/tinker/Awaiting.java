package dev.ilana.cli.tinker;

import dev.ilana.cli.console.Interruptible;
import dev.ilana.cli.tinker.Answer.Empty;
import dev.ilana.cli.tinker.Answer.One;
import dev.ilana.cli.tinker.Answer.Several;
import dev.ilana.connection.Database;
import dev.ilana.query.QueryBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waits for what snippets give, on that database.
 *
 * @param limit how many values are taken; then the source is cancelled
 */
record Awaiting(Database database, int limit) {

    /** What is to be shown: of a query that was not asked for its rows, its SQL. The error of a publisher is thrown. */
    Answer answer(@Nullable Object value) {
        if (value instanceof Mono<?> mono) {
            return Interruptible.await(
                    mono.<Answer>map(One::new).defaultIfEmpty(new Empty()).contextWrite(database.use()));
        } else if (value instanceof Publisher<?> publisher) {
            return Interruptible.await(Flux.from(publisher)
                    .take(limit + 1L)
                    .collectList()
                    .<Answer>map(this::several)
                    .contextWrite(database.use()));
        } else if (value instanceof QueryBuilder<?> query) {
            return new One(query.toSql(database.dialect()).text());
        } else if (value instanceof Optional<?> optional) {
            return optional.<Answer>map(One::new).orElseGet(Empty::new);
        }
        return new One(value);
    }

    private Several several(List<?> taken) {
        return new Several(new ArrayList<>(taken.subList(0, Math.min(limit, taken.size()))), taken.size() > limit);
    }
}
