package dev.ilana.connection.worker;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import reactor.core.publisher.Flux;

/** A batch that runs on its connection's own thread. */
record WorkerBatch(Batch delegate, WorkerThread thread) implements Batch {

    @Override
    @CanIgnoreReturnValue
    public Batch add(String sql) {
        var unused = delegate.add(sql);
        return this;
    }

    @Override
    public Flux<? extends Result> execute() {
        return thread.<Result>flux(delegate::execute).map(result -> new WorkerResult(result, thread));
    }
}
