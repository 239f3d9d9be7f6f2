package dev.ilana.examples.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.connection.Tenant;
import dev.ilana.error.MissingTenantException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.ValidationException;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Acme and Bolt never see what is the other's, whichever way they are kept apart. */
class MultiTenantTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Nested
    @ParameterizedClass
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    class ByAColumn extends KeptApart {
        ByAColumn(DatabaseKind kind) {
            super(kind, Tracker.ROWS);
        }

        @Override
        Database open(String url) {
            Database database = Database.connect(url);
            MultiTenant.tables(database).block(PATIENCE);
            return database;
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    class BySchemas extends KeptApart {
        BySchemas(DatabaseKind kind) {
            super(kind, Tracker.SCHEMAS);
        }

        @Override
        Database open(String url) {
            SchemaPerTenant tenants = SchemaPerTenant.at(url);
            tenants.add("acme").then(tenants.add("bolt")).block(PATIENCE);
            return tenants.database();
        }
    }

    abstract static class KeptApart {

        private final TestDatabase place;
        private final Tracker<?, ?> tracker;
        private final Database database;

        KeptApart(DatabaseKind kind, Tracker<?, ?> tracker) {
            this.place = TestServers.require(kind).createDatabase("tenants");
            this.tracker = tracker;
            this.database = open(place.url());
        }

        abstract Database open(String url);

        @BeforeEach
        void bothWork() {
            as("acme", tracker.begin("Website", List.of("colours", "words")));
            as("acme", tracker.begin("Shop", List.of()));
            as("bolt", tracker.begin("Website", List.of("a server")));
        }

        @AfterEach
        void close() {
            database.close().block(PATIENCE);
            place.close();
        }

        @Test
        void eachSeesItsOwnWithWhatIsRelated() {
            assertThat(list("acme", tracker.overview())).containsExactly("Shop: ", "Website: colours, words");
            assertThat(list("bolt", tracker.overview())).containsExactly("Website: a server");
        }

        @Test
        void countsAreOfItsOwn() {
            assertThat(get("acme", tracker.count())).isEqualTo(2);
            assertThat(get("bolt", tracker.count())).isEqualTo(1);
            assertThat(get("acme", tracker.unfinished())).isEqualTo(1);
        }

        @Test
        void anUpdateChangesItsOwn() {
            assertThat(get("bolt", tracker.rename("Website", "Store"))).isEqualTo(1);
            assertThat(get("bolt", tracker.rename("Shop", "Store"))).isZero();

            assertThat(list("acme", tracker.overview())).containsExactly("Shop: ", "Website: colours, words");
            assertThat(list("bolt", tracker.overview())).containsExactly("Store: a server");
        }

        @Test
        void aDeleteTakesItsOwn() {
            assertThat(get("bolt", tracker.giveUp("Website"))).isEqualTo(1);
            assertThat(get("bolt", tracker.giveUp("Shop"))).isZero();

            assertThat(list("acme", tracker.overview())).containsExactly("Shop: ", "Website: colours, words");
            assertThat(get("bolt", tracker.count())).isZero();
        }

        @Test
        void aNameIsTakenByItsOwnOnly() {
            assertThat(error("acme", tracker.begin("Website", List.of()))).isInstanceOf(ValidationException.class);
            assertThat(error("acme", tracker.rename("Shop", "Website"))).isInstanceOf(UniqueViolationException.class);
            as("bolt", tracker.begin("Shop", List.of()));

            assertThat(get("bolt", tracker.count())).isEqualTo(2);
        }

        @Test
        void aTransactionMayBeOfBoth() {
            Mono<Void> both = tracker.begin("Launch", List.of())
                    .contextWrite(Tenant.is("acme"))
                    .then(tracker.begin("Launch", List.of()).contextWrite(Tenant.is("bolt")))
                    .then(Mono.error(new IllegalStateException("no")));

            assertThat(error("acme", database.transaction(() -> both))).hasMessage("no");

            assertThat(get("acme", tracker.count())).isEqualTo(2);
            assertThat(get("bolt", tracker.count())).isEqualTo(1);
        }

        @Test
        void withoutATenantThereIsNothingButAnError() {
            for (Mono<?> work : List.of(
                    tracker.count(),
                    tracker.overview().collectList(),
                    tracker.begin("Website", List.of()),
                    tracker.rename("Website", "Store"),
                    tracker.giveUp("Website"))) {
                assertThat(failure(work)).isInstanceOf(MissingTenantException.class);
            }
        }

        private void as(String tenant, Mono<Void> work) {
            work.contextWrite(Tenant.is(tenant)).contextWrite(database.use()).block(PATIENCE);
        }

        private <T> T get(String tenant, Mono<T> work) {
            return Objects.requireNonNull(work.contextWrite(Tenant.is(tenant))
                    .contextWrite(database.use())
                    .block(PATIENCE));
        }

        private <T> List<T> list(String tenant, Flux<T> work) {
            return get(tenant, work.collectList());
        }

        private Throwable error(String tenant, Mono<?> work) {
            return failure(work.contextWrite(Tenant.is(tenant)));
        }

        private Throwable failure(Mono<?> work) {
            return Objects.requireNonNull(work.then(Mono.<Throwable>empty())
                    .onErrorResume(Mono::just)
                    .contextWrite(database.use())
                    .block(PATIENCE));
        }
    }
}
