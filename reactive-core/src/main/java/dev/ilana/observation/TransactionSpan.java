package dev.ilana.observation;

import dev.ilana.connection.DatabaseObserver;
import io.micrometer.observation.Observation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** The observation of a transaction: what is done in it is below it. */
record TransactionSpan(Observation observation) implements DatabaseObserver.Span {

    @Override
    public Context within(Context context) {
        return context.put(MicrometerObserver.KEY, observation);
    }

    @Override
    public void committed(Scope scope, Duration duration) {
        ended("committed", null);
    }

    @Override
    public void rolledBack(Scope scope, Duration duration, @Nullable Throwable cause) {
        ended("rolled_back", cause);
    }

    @Override
    public void outcomeUnknown(Scope scope, Duration duration, Throwable cause) {
        ended("unknown", cause);
    }

    private void ended(String outcome, @Nullable Throwable error) {
        MicrometerObserver.end(observation.lowCardinalityKeyValue("ilana.outcome", outcome), error);
    }
}
