package dev.ilana.relation;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The rows related to one model through a pivot table: a query, and what attaches and detaches. */
public final class PivotQuery<R extends Model<R>> extends RelationQuery<R> {

    private final Pivot pivot;

    PivotQuery(ModelQuery<R> query, Pivot pivot) {
        super(query, unused -> {});
        this.pivot = pivot;
    }

    /** Relates the rows of these keys; gives their number. Nothing is sent for none. */
    public Mono<Long> attach(Collection<?> keys) {
        return Mono.defer(() -> {
            Object parent = storedKey(pivot.parent());
            List<Map<String, Object>> rows = keys.stream()
                    .map(key -> Map.of(
                            pivot.parentKey().column(),
                            parent,
                            pivot.relatedKey().column(),
                            accepted(key)))
                    .toList();
            return Query.table(pivot.table()).insert(rows);
        });
    }

    /** Ends the relation to the rows of these keys; gives the number of those that were related. */
    public Mono<Long> detach(Collection<?> keys) {
        return Mono.defer(() -> Query.table(pivot.table())
                .where(pivot.parentKey().column(), storedKey(pivot.parent()))
                .whereIn(
                        pivot.relatedKey().column(),
                        keys.stream().map(this::accepted).toList())
                .delete());
    }

    /** Stores the model and relates it: both or neither. */
    @Override
    public Mono<R> save(R related) {
        return Mono.deferContextual(context -> {
            // Asked before anything is written.
            Object unused = storedKey(pivot.parent());
            return Database.current(context)
                    .transaction(() -> related.save()
                            .flatMap(saved -> attach(List.of(storedKey(saved))).thenReturn(saved)));
        });
    }

    private Object accepted(Object key) {
        Object accepted = pivot.key().accept(key);
        if (accepted == null) {
            throw new InvalidUsageException("a null key can't be related");
        }
        return accepted;
    }
}
