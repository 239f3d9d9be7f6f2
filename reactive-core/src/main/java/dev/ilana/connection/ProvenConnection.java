package dev.ilana.connection;

import dev.ilana.connection.around.ConnectionAround;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Lifecycle;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection in a pool of ours. Before it goes to the next borrower the server is asked whether it lives, a round trip; but not
 * when it has just come back from work that went well. That it was not closed since is known without asking.
 */
final class ProvenConnection extends ConnectionAround implements Lifecycle, Wrapped<Connection> {

    /** As long as HikariCP trusts one (its {@code aliveBypassWindowMs}). */
    private static final long JUST_NOW = Duration.ofMillis(500).toNanos();

    private final AtomicReference<@Nullable Long> provenAt = new AtomicReference<>();
    private final Duration validationTimeout;
    private volatile boolean closed;

    ProvenConnection(Connection delegate, Duration validationTimeout) {
        super(delegate);
        this.validationTimeout = validationTimeout;
    }

    /** Notes of that connection, where it is such a one, that its work went well. */
    static void prove(Connection connection) {
        ProvenConnection own = connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(ProvenConnection.class) : null;
        if (own != null) {
            own.provenAt.set(System.nanoTime());
        }
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return depth == ValidationDepth.LOCAL
                ? super.validate(depth)
                : Mono.defer(() -> hasJustBeenProven() ? Mono.from(super.validate(ValidationDepth.LOCAL)) : asked());
    }

    private Mono<Boolean> asked() {
        return Mono.<Boolean>from(super.validate(ValidationDepth.REMOTE))
                .timeout(
                        validationTimeout,
                        Mono.error(() -> new R2dbcTimeoutException("no answer of whether the connection lives within "
                                + validationTimeout.toMillis() + " ms")));
    }

    /** Once: what the next borrower does proves it anew. */
    private boolean hasJustBeenProven() {
        Long proven = provenAt.getAndSet(null);
        return proven != null && !closed && System.nanoTime() - proven < JUST_NOW;
    }

    /** Who closes it here, below the pool, wants it to be found dead. */
    @Override
    public Publisher<Void> close() {
        return Mono.defer(() -> {
            closed = true;
            return Mono.from(super.close());
        });
    }

    @Override
    public Statement createStatement(String sql) {
        return delegate().createStatement(sql);
    }

    @Override
    public Batch createBatch() {
        return delegate().createBatch();
    }

    @Override
    protected Flux<Result> around(String sql, Flux<Result> execution) {
        return execution;
    }

    @Override
    public Publisher<Void> postAllocate() {
        return delegate() instanceof Lifecycle pooled ? pooled.postAllocate() : Mono.empty();
    }

    @Override
    public Publisher<Void> preRelease() {
        return delegate() instanceof Lifecycle pooled ? pooled.preRelease() : Mono.empty();
    }

    @Override
    public Connection unwrap() {
        return delegate();
    }
}
