package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NPlusOneException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.context.Context;

/**
 * Finds chains that read one by one what one query would have read: a relation for each model of a result, or the same query
 * again and again with other values. It counts for one subscription of a chain, and begins anew in each window of a
 * {@code chunk} and each attempt of a transaction. Not counted is what a loop must ask by itself: the windows of a stream,
 * the parts of a long list, the rules of a model; and after a write a query is another, as its answer may be.
 *
 * <p>For all chains of a database: {@code Database.builder(url).withNPlusOneGuard(NPlusOneGuard.logging())}. For one:
 * {@code chain.contextWrite(NPlusOneGuard.failing().watch())}.
 */
public final class NPlusOneGuard {

    private static final Logger LOG = LoggerFactory.getLogger(NPlusOneGuard.class);

    private static final int FEW_MODELS = 5;
    private static final int FEW_QUERIES = 10;

    private final Consumer<? super Repetition> report;
    private final int models;
    private final int queries;

    private NPlusOneGuard(Consumer<? super Repetition> report, int models, int queries) {
        this.report = report;
        this.models = models;
        this.queries = queries;
    }

    /** Ends such a chain with a {@link NPlusOneException}, before the query that is one too many is sent. */
    public static NPlusOneGuard failing() {
        return reporting(found -> {
            throw new NPlusOneException(found.message());
        });
    }

    /** Writes a warning. */
    public static NPlusOneGuard logging() {
        return reporting(found -> LOG.warn("{}", found.message()));
    }

    /** Tells of each such query, once a chain; what the function throws ends the chain. It must not block. */
    public static NPlusOneGuard reporting(Consumer<? super Repetition> report) {
        return new NPlusOneGuard(report, FEW_MODELS, FEW_QUERIES);
    }

    /**
     * Lets fewer or more pass.
     *
     * @param models for how many models of one result the same relation is asked one by one until it is told; 5 by default
     * @param queries how often the same query is sent until it is told; 10 by default
     * @throws InvalidUsageException when one of them is less than 2
     */
    public NPlusOneGuard after(int models, int queries) {
        if (models < 2 || queries < 2) {
            throw new InvalidUsageException("what is asked once is not repeated: a guard counts to 2 at least");
        }
        return new NPlusOneGuard(report, models, queries);
    }

    /** Watches everything above it in a chain. */
    public Function<Context, Context> watch() {
        return context -> context.put(QueryWatch.KEY, new QueryWatch(this));
    }

    void relation(String relation, int times) {
        if (times == models) {
            int dot = relation.lastIndexOf('.');
            String name = relation.substring(dot + 1);
            report.accept(new Repetition(
                    relation,
                    times,
                    relation + " was asked for " + times + " models of one result, one by one: say with(\"" + name
                            + "\") in the query of " + relation.substring(0, dot)
                            + ", or load it for all of them together: collection.load(\"" + name + "\")"));
        }
    }

    void query(String sql, int times) {
        if (times == queries) {
            report.accept(new Repetition(
                    sql,
                    times,
                    "one chain has sent the same query " + times + " times: " + sql
                            + " - ask for all of it at once: with(...) for a relation, whereIn or findMany for keys"));
        }
    }

    /**
     * What was asked one by one.
     *
     * @param what the relation, {@code users.posts}, or the query's text, without its values
     * @param times how often until now
     * @param message both, and what to do instead
     */
    public record Repetition(String what, int times, String message) {}
}
