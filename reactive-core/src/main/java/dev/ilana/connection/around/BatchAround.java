package dev.ilana.connection.around;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;

/** A batch whose execution is done within something else, which is told all of its statements as one text. */
final class BatchAround implements Batch {

    private final Batch delegate;
    private final BiFunction<String, Flux<Result>, Flux<Result>> around;
    private final List<String> statements = new ArrayList<>();

    BatchAround(Batch delegate, BiFunction<String, Flux<Result>, Flux<Result>> around) {
        this.delegate = delegate;
        this.around = around;
    }

    @Override
    @CanIgnoreReturnValue
    public Batch add(String sql) {
        var unused = delegate.add(sql);
        statements.add(sql);
        return this;
    }

    @Override
    public Flux<Result> execute() {
        return around.apply(String.join("; ", statements), Flux.<Result>defer(() -> Flux.from(delegate.execute())));
    }
}
