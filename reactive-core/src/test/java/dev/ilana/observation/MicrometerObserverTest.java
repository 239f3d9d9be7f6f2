package dev.ilana.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.connection.Database;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Query;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Micrometer sees each statement and each transaction, below whatever the chain was in. */
class MicrometerObserverTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final Database database = Database.builder("h2:mem:" + UUID.randomUUID())
            .withName("people")
            .withObserver(MicrometerObserver.of(registry))
            .build();

    @BeforeEach
    void createTable() {
        assertThat(Query.statement("create table people (name varchar(200) unique)")
                        .contextWrite(database.use())
                        .block(LONG))
                .isNotNull();
        registry.clear();
    }

    @AfterEach
    void close() {
        database.close().block(LONG);
    }

    private static Mono<Long> insert(String name) {
        return Query.table("people").insert(Map.of("name", name));
    }

    private TestObservationRegistryAssert observed() {
        return TestObservationRegistryAssert.assertThat(registry);
    }

    @Test
    void aStatementIsAnObservationWithoutItsValues() {
        assertThat(insert("Ada").contextWrite(database.use()).block(LONG)).isEqualTo(1);

        observed()
                .hasSingleObservationThat()
                .hasNameEqualTo("ilana.query")
                .hasContextualNameEqualTo("insert")
                .hasLowCardinalityKeyValue("db.system", "h2")
                .hasLowCardinalityKeyValue("db.operation", "insert")
                .hasLowCardinalityKeyValue("ilana.connection", "people")
                .hasHighCardinalityKeyValue("db.statement", "insert into \"people\" (\"name\") values (?)")
                .hasBeenStarted()
                .hasBeenStopped()
                .doesNotHaveError();
    }

    @Test
    void aStatementThatFailsHasItsError() {
        assertThat(insert("Ada").contextWrite(database.use()).block(LONG)).isEqualTo(1);
        registry.clear();
        assertThatThrownBy(() -> insert("Ada").contextWrite(database.use()).block(LONG))
                .isInstanceOf(UniqueViolationException.class);

        observed().hasSingleObservationThat().hasBeenStopped().thenError().isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void itsParentIsThatOfTheReactorContext() {
        Observation request = Observation.start("request", registry);
        assertThat(insert("Ada")
                        .contextWrite(context -> context.put("micrometer.observation", request))
                        .contextWrite(database.use())
                        .block(LONG))
                .isEqualTo(1);
        request.stop();

        observed().hasObservationWithNameEqualTo("ilana.query").that().hasParentObservationEqualTo(request);
    }

    @Test
    void aStatementOfATransactionIsBelowItAndTheTransactionBelowTheRequest() {
        Observation request = Observation.start("request", registry);
        assertThat(database.transaction(() -> insert("Ada"))
                        .contextWrite(context -> context.put("micrometer.observation", request))
                        .block(LONG))
                .isEqualTo(1);
        request.stop();

        observed()
                .hasObservationWithNameEqualTo("ilana.transaction")
                .that()
                .hasParentObservationEqualTo(request)
                .hasLowCardinalityKeyValue("ilana.outcome", "committed")
                .hasLowCardinalityKeyValue("db.system", "h2")
                .hasBeenStopped();
        observed()
                .hasObservationWithNameEqualTo("ilana.query")
                .that()
                .hasParentObservationContextSatisfying(
                        parent -> assertThat(parent.getName()).isEqualTo("ilana.transaction"));
    }

    @Test
    void aRollbackHasItsCauseAndASavepointIsBelowItsTransaction() {
        assertThatThrownBy(() -> database.transaction(
                                () -> insert("Ada").then(database.transaction(() -> insert("Ada"))))
                        .block(LONG))
                .isInstanceOf(UniqueViolationException.class);

        observed().hasNumberOfObservationsWithNameEqualTo("ilana.transaction", 2);
        observed()
                .hasHandledContextsThatSatisfy(contexts -> assertThat(contexts)
                        .filteredOn(context -> "savepoint".equals(context.getContextualName()))
                        .singleElement()
                        .satisfies(savepoint -> {
                            assertThat(savepoint.getLowCardinalityKeyValues())
                                    .contains(KeyValue.of("ilana.outcome", "rolled_back"));
                            assertThat(savepoint.getError()).isInstanceOf(UniqueViolationException.class);
                            assertThat(savepoint.getParentObservation())
                                    .isNotNull()
                                    .extracting(
                                            parent -> parent.getContextView().getContextualName())
                                    .isEqualTo("transaction");
                        }));
        observed().hasNumberOfObservationsEqualTo(4);
    }
}
