package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class AbandonedTest {

    private static final Duration LITTLE = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Connection connection = (Connection) Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Sinks.Empty<Void> statement = Sinks.empty();

    @Test
    void whatEndsByItselfIsNotStopped() {
        StepVerifier ending = StepVerifier.create(
                        abandoned(answered(), LONG, LONG).end(connection, statement.asMono()))
                .expectComplete()
                .verifyLater();
        statement.tryEmitEmpty().orThrow();
        ending.verify(LONG);
        assertThat(seen).isEmpty();
    }

    @Test
    void whatDoesNotEndIsStoppedAndWaitedFor() {
        Mono<Void> request =
                answered().doOnSuccess(nothing -> statement.tryEmitEmpty().orThrow());
        StepVerifier.create(abandoned(request, LITTLE, LONG).end(connection, statement.asMono()))
                .expectComplete()
                .verify(LONG);
        assertThat(seen).containsExactly("asked", "settled");
    }

    @Test
    void whatWasAskedIsWaitedForThoughTheStatementHasEnded() {
        Sinks.Empty<Void> answer = Sinks.empty();
        Disposable ending = abandoned(
                        answer.asMono()
                                .doOnSubscribe(s -> statement.tryEmitEmpty().orThrow()),
                        LITTLE,
                        LONG)
                .end(connection, statement.asMono())
                .subscribe();
        StepVerifier.create(statement.asMono()).expectComplete().verify(LONG);
        assertThat(ending.isDisposed()).isFalse();
        assertThat(seen).isEmpty();
        answer.tryEmitEmpty().orThrow();
        assertThat(ending.isDisposed()).isTrue();
        assertThat(seen).containsExactly("settled");
    }

    @Test
    void whatDoesNotStopLosesItsConnection() {
        StepVerifier.create(abandoned(answered(), LITTLE, LITTLE).end(connection, statement.asMono()))
                .expectComplete()
                .verify(LONG);
        assertThat(seen).containsExactly("asked", "evicted");
    }

    @Test
    void aServerThatCannotBeReachedCostsTheConnectionToo() {
        Mono<Void> refused = Mono.error(new IllegalStateException("no more connections"));
        StepVerifier.create(abandoned(refused, LITTLE, LITTLE).end(connection, statement.asMono()))
                .expectComplete()
                .verify(LONG);
        assertThat(seen).containsExactly("evicted");
    }

    @Test
    void whereNobodyCanBeAskedTheEndIsWaitedFor() {
        StepVerifier ending = StepVerifier.create(
                        abandoned(null, LITTLE, LITTLE).end(connection, statement.asMono()))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(100))
                .then(() -> statement.tryEmitEmpty().orThrow())
                .expectComplete();
        ending.verify(LONG);
        assertThat(seen).isEmpty();
    }

    private Mono<Void> answered() {
        return Mono.fromRunnable(() -> seen.add("asked"));
    }

    private Abandoned abandoned(@Nullable Mono<Void> request, Duration grace, Duration limit) {
        return new Abandoned(
                new ServerCancel() {
                    @Override
                    public @Nullable Mono<Void> request(Connection asked) {
                        return request;
                    }

                    @Override
                    public Mono<Void> settle(Connection settled) {
                        return Mono.fromRunnable(() -> seen.add("settled"));
                    }

                    @Override
                    public Mono<Void> evict(Connection evicted) {
                        return Mono.fromRunnable(() -> {
                            seen.add("evicted");
                            statement.tryEmitEmpty().orThrow();
                        });
                    }
                },
                grace,
                limit);
    }
}
