package dev.ilana.observation;

import dev.ilana.connection.DatabaseObserver;
import dev.ilana.connection.QueryListener;
import dev.ilana.connection.TransactionListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Makes an observation of each statement, {@code ilana.query}, and of each transaction and savepoint, {@code
 * ilana.transaction}: {@code Database.builder(url).withObserver(MicrometerObserver.of(registry))}.
 *
 * <p>Its parent is the observation that the Reactor Context has under Micrometer's own key, as WebFlux puts it there; a
 * statement in a transaction has the transaction's. No thread is asked.
 *
 * <p>A statement's name is its operation; it has the keys {@code db.system}, {@code db.operation}, {@code ilana.connection}
 * and, where many values do no harm, {@code db.statement}, which has markers in place of values. A transaction has the first,
 * the third, and {@code ilana.outcome}: {@code committed}, {@code rolled_back} or {@code unknown}.
 */
public final class MicrometerObserver implements DatabaseObserver {

    /** Micrometer's own key of the observation in a Context; the class that has it wants another library. */
    static final String KEY = "micrometer.observation";

    private final ObservationRegistry registry;

    private MicrometerObserver(ObservationRegistry registry) {
        this.registry = registry;
    }

    public static MicrometerObserver of(ObservationRegistry registry) {
        return new MicrometerObserver(registry);
    }

    @Override
    public QueryListener beforeQuery(Start start) {
        Observation observation = begin(
                        "ilana.query", start.operation(), start.system(), start.connection(), start.context())
                .lowCardinalityKeyValue("db.operation", start.operation())
                .highCardinalityKeyValue("db.statement", start.sql())
                .start();
        return query -> end(observation, query.error());
    }

    @Override
    public Span beforeTransaction(TransactionListener.Scope scope) {
        String name = scope.depth() == 0 ? "transaction" : "savepoint";
        return new TransactionSpan(begin("ilana.transaction", name, scope.system(), scope.connection(), scope.context())
                .start());
    }

    private Observation begin(String name, String said, String system, String connection, ContextView context) {
        Observation observation = Observation.createNotStarted(name, registry)
                .contextualName(said)
                .lowCardinalityKeyValue("db.system", system)
                .lowCardinalityKeyValue("ilana.connection", connection);
        Observation parent = context.<@Nullable Observation>getOrDefault(KEY, null);
        return parent == null ? observation : observation.parentObservation(parent);
    }

    static void end(Observation observation, @Nullable Throwable error) {
        if (error != null) {
            Observation unused = observation.error(error);
        }
        observation.stop();
    }
}
