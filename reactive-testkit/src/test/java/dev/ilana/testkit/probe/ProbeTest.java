package dev.ilana.testkit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidUsageException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a probe is told to let go wrong does, and nothing else; it sees all that is asked of its connections. */
class ProbeTest {

    private final Probe probe = Probe.around(
            ConnectionFactories.get("r2dbc:h2:mem:///" + UUID.randomUUID() + "?options=DB_CLOSE_DELAY=-1"));
    private final ConnectionPool pool = new ConnectionPool(
            ConnectionPoolConfiguration.builder(probe).maxSize(2).build());
    private final Database database = Database.of(pool, Dialects.H2);

    @AfterEach
    void close() {
        pool.disposeLater().block();
    }

    private Mono<Long> one() {
        return DB.select("select 1").count().contextWrite(database.use());
    }

    private void isWell() {
        StepVerifier.create(one()).expectNext(1L).verifyComplete();
    }

    private void fails(Class<? extends Throwable> type) {
        StepVerifier.create(one()).verifyError(type);
    }

    private static R2dbcNonTransientResourceException error() {
        return new R2dbcNonTransientResourceException("no more room", "53100");
    }

    @Test
    void theNthStatementFailsOnce() {
        probe.inject(Fault.error(error()).atStatement(2));

        isWell();
        fails(DatabaseException.class);
        isWell();
        assertThat(probe.statements()).containsExactly("select 1", "select 1", "select 1");
    }

    @Test
    void onlyStatementsOfThatTextFail() {
        probe.inject(Fault.error(error()).whereSqlContains("SELECT 2").always());

        isWell();
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(DB.select("select 2").contextWrite(database.use()))
                    .verifyError(DatabaseException.class);
        }
        probe.forgetFaults();
        StepVerifier.create(DB.select("select 2").contextWrite(database.use()))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void aDeadConnectionIsReplacedByItsPool() {
        isWell();
        probe.inject(Fault.deadConnection());

        fails(ConnectionLostException.class);
        isWell();
        assertThat(probe.opened()).isEqualTo(2);
        assertThat(probe.open()).isEqualTo(1);
    }

    @Test
    void aDelayedStatementIsSentLater() {
        isWell();
        probe.inject(Fault.delay(Duration.ofMillis(200)));

        assertThat(one().elapsed().map(timed -> timed.getT1()).block()).isGreaterThanOrEqualTo(190);
    }

    @Test
    void transactionsAreSeen() {
        DB.transaction(this::one).contextWrite(database.use()).block();
        DB.transaction(() -> one().then(Mono.error(new IllegalStateException())))
                .contextWrite(database.use())
                .onErrorComplete()
                .block();

        assertThat(probe.transactions()).containsExactly("begin", "commit", "begin", "rollback");
    }

    @Test
    void statementsAreCountedFromOne() {
        assertThatThrownBy(() -> Fault.deadConnection().atStatement(0))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("statements are counted from 1, not 0");
    }
}
