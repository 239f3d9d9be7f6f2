package dev.ilana.testkit.probe;

import dev.ilana.connection.around.ConnectionAround;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection that tells its probe, and has its faults. */
final class ProbedConnection extends ConnectionAround {

    private final Probe probe;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean dead;

    ProbedConnection(Connection delegate, Probe probe) {
        super(delegate);
        this.probe = probe;
    }

    @Override
    protected Flux<Result> around(String sql, Flux<Result> execution) {
        return Flux.defer(() -> faulty(sql, execution));
    }

    private Flux<Result> faulty(String sql, Flux<Result> execution) {
        Flux<Result> result = alive(execution);
        for (Fault fault : probe.sent(sql)) {
            RuntimeException error = fault.error();
            if (error != null) {
                dead |= fault.isDead();
                result = Flux.error(error);
            }
            result = fault.delay().isZero() ? result : Mono.delay(fault.delay()).thenMany(result);
        }
        return result;
    }

    private <T> Flux<T> alive(Publisher<T> work) {
        return Flux.defer(() -> dead ? Flux.error(Fault.dead()) : work);
    }

    private Mono<Void> told(String what, Publisher<Void> work) {
        return alive(work).then().doFirst(() -> probe.told(what));
    }

    @Override
    public Mono<Void> beginTransaction() {
        return told("begin", Mono.defer(() -> Mono.from(delegate().beginTransaction())));
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return told("begin", Mono.defer(() -> Mono.from(delegate().beginTransaction(definition))));
    }

    @Override
    public Mono<Void> commitTransaction() {
        return told("commit", Mono.defer(() -> Mono.from(delegate().commitTransaction())));
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return told("rollback", Mono.defer(() -> Mono.from(delegate().rollbackTransaction())));
    }

    @Override
    public Mono<Boolean> validate(ValidationDepth depth) {
        return Mono.defer(() -> dead ? Mono.just(false) : Mono.from(delegate().validate(depth)));
    }

    @Override
    public Mono<Void> close() {
        // Before it is told: who waits for the end of a chain may look at once.
        return Mono.from(delegate().close()).doOnTerminate(this::noteClosed).doOnCancel(this::noteClosed);
    }

    private void noteClosed() {
        if (closed.compareAndSet(false, true)) {
            probe.closed();
        }
    }
}
