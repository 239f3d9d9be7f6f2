package dev.ilana.connection;

import dev.ilana.sql.Sql;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** A statement on its way, and who is told of its end. */
final class ObservedQuery {

    private final Sql sql;
    private final String connection;
    private final @Nullable Long transaction;
    private final ContextView context;
    private final List<Hearer> hearers;
    private final long start = System.nanoTime();

    ObservedQuery(Sql sql, String connection, @Nullable Long transaction, ContextView context, List<Hearer> hearers) {
        this.sql = sql;
        this.connection = connection;
        this.transaction = transaction;
        this.context = context;
        this.hearers = hearers;
    }

    /** One who is told, and whose doing it is. */
    record Hearer(Harmless<?> whose, QueryListener listener) {}

    void ended(long rows, @Nullable Throwable error) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        QueryListener.Query query =
                new QueryListener.Query(sql.text(), List.of(), duration, rows, connection, transaction, error, context);
        for (Hearer hearer : hearers) {
            hearer.whose.run(
                    () -> hearer.listener.afterQuery(hearer.listener.wantsBindings() ? query.with(bindings()) : query));
        }
    }

    private List<@Nullable Object> bindings() {
        // A view: a bulk write may have many.
        return new AbstractList<>() {
            @Override
            public @Nullable Object get(int index) {
                return sql.bindings().get(index).value();
            }

            @Override
            public int size() {
                return sql.bindings().size();
            }
        };
    }
}
