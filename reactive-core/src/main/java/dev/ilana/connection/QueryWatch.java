package dev.ilana.connection;

import dev.ilana.sql.Sql;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What one chain has read, as its {@link NPlusOneGuard} counts it; for the rooms that know what a query is for. */
public final class QueryWatch {

    static final Object KEY = new Object();
    private static final Object CAUSE = new Object();

    private final NPlusOneGuard guard;
    private final Counts counts;
    private final boolean countsQueries;

    QueryWatch(NPlusOneGuard guard) {
        this(guard, new Counts(), true);
    }

    private QueryWatch(NPlusOneGuard guard, Counts counts, boolean countsQueries) {
        this.guard = guard;
        this.counts = counts;
        this.countsQueries = countsQueries;
    }

    /** Whether somebody watches the chain. */
    public static boolean isOn(ContextView context) {
        return context.hasKey(KEY);
    }

    /** Above it, queries may be repeated: they are the parts of one. */
    public static Context expected(Context context) {
        QueryWatch watch = context.getOrDefault(KEY, null);
        return watch == null ? context : context.put(KEY, new QueryWatch(watch.guard, watch.counts, false));
    }

    /** Above it, counting begins anew. */
    public static Context anew(Context context) {
        QueryWatch watch = context.getOrDefault(KEY, null);
        return watch == null ? context : context.put(KEY, new QueryWatch(watch.guard));
    }

    /** Above it, queries are for that. */
    public static Context because(Context context, Cause cause) {
        return context.hasKey(KEY) ? context.put(CAUSE, cause) : context;
    }

    /** Counts the statement, where somebody watches. */
    static void sent(Sql sql, ContextView context) {
        QueryWatch watch = context.getOrDefault(KEY, null);
        if (watch != null) {
            watch.sent(sql, context.<@Nullable Cause>getOrDefault(CAUSE, null));
        }
    }

    private void sent(Sql sql, @Nullable Cause cause) {
        if (sql.writes()) {
            counts.forgetQueries();
        } else if (cause != null) {
            guard.relation(cause.relation(), counts.relation(cause));
        } else if (countsQueries) {
            guard.query(sql.text(), counts.query(sql.text()));
        }
    }

    /**
     * Why a query is sent: for the relation of one model.
     *
     * @param relation its name, with that of its table
     * @param among the result that the model is of
     * @param model the model
     */
    public record Cause(String relation, Object among, Object model) {}

    /** Queries run side by side in a chain, on several threads. */
    private static final class Counts {

        private final Map<String, Integer> queries = new HashMap<>();
        private final IdentityHashMap<Object, Map<String, Set<Object>>> relations = new IdentityHashMap<>();

        synchronized int query(String text) {
            return queries.merge(text, 1, Integer::sum);
        }

        synchronized void forgetQueries() {
            queries.clear();
        }

        /** For how many models of the result the relation was asked; 0 when it was asked for this one before. */
        synchronized int relation(Cause cause) {
            Set<Object> models = relations
                    .computeIfAbsent(cause.among(), unused -> new HashMap<>())
                    .computeIfAbsent(cause.relation(), unused -> Collections.newSetFromMap(new IdentityHashMap<>()));
            return models.add(cause.model()) ? models.size() : 0;
        }
    }
}
