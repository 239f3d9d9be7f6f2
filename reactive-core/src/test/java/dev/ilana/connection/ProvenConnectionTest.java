package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.around.ConnectionAround;
import dev.ilana.dialect.Dialects;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** A pool asks the server for a connection that it does not know to live, and for no other. */
class ProvenConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often the server was. */
    private final AtomicInteger asked = new AtomicInteger();

    private final Connections connections =
            Connections.pooled(new Asked(), Dialects.H2, PoolSettings.DEFAULT.withMaxSize(1), "h2");

    @AfterEach
    void close() {
        connections.close().block(PATIENCE);
    }

    @Test
    void afterWorkThatWentWellTheServerIsNotAsked() {
        work(Mono.just(1));
        asked.set(0);
        work(Mono.just(2));
        work(Mono.empty());
        assertThat(asked).hasValue(0);
    }

    @Test
    void afterAnErrorItIs() {
        work(Mono.just(1));
        work(Mono.error(new IllegalStateException("no")));
        asked.set(0);
        work(Mono.just(2));
        assertThat(asked).hasValue(1);
    }

    @Test
    void afterACancelItIs() {
        work(Mono.just(1));
        connections
                .use(Context.empty(), connection -> Mono.delay(Duration.ofMillis(50)))
                .timeout(Duration.ofMillis(10))
                .onErrorComplete()
                .block(PATIENCE);
        asked.set(0);
        work(Mono.just(2));
        assertThat(asked).hasValue(1);
    }

    @Test
    void ofOneThatWasClosedBelowThePoolItIs() {
        work(Mono.just(1));
        connections
                .use(
                        Context.empty(),
                        connection -> Connections.discard(connection).thenReturn(1))
                .block(PATIENCE);
        asked.set(0);
        work(Mono.just(2));
        assertThat(asked).as("of the closed one, and of the new one").hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void afterAWhileItIs() throws InterruptedException {
        work(Mono.just(1));
        asked.set(0);
        Thread.sleep(600);
        work(Mono.just(2));
        assertThat(asked).hasValue(1);
    }

    private void work(Mono<Integer> work) {
        connections.use(Context.empty(), connection -> work).onErrorComplete().block(PATIENCE);
    }

    /** Notes how its connections are asked whether they live. */
    private final class Asked implements ConnectionFactory {

        private final ConnectionFactory h2 = ConnectionFactories.get("r2dbc:h2:mem:///proven");

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.<Connection>from(h2.create()).map(connection -> new ConnectionAround(connection) {
                @Override
                public Publisher<Boolean> validate(ValidationDepth depth) {
                    if (depth == ValidationDepth.REMOTE) {
                        asked.incrementAndGet();
                    }
                    return super.validate(depth);
                }

                @Override
                protected Flux<Result> around(String sql, Flux<Result> execution) {
                    return execution;
                }
            });
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return h2.getMetadata();
        }
    }
}
