package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Health;
import dev.ilana.connection.LogSettings;
import dev.ilana.connection.QueryListener;
import dev.ilana.connection.TransactionListener;
import dev.ilana.dialect.Dialects;
import dev.ilana.observation.MicrometerObserver;
import dev.ilana.schema.lint.LintRule;
import dev.ilana.schema.migrate.Deploy;
import dev.ilana.schema.migrate.Migrator;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The Java of docs/observation.md. */
class ObservationTest extends PageTest {

    private final String url = "h2:mem:" + UUID.randomUUID();
    private final List<String> told = new CopyOnWriteArrayList<>();

    private void with(Database database, Mono<?> work) {
        Object unused = work.contextWrite(database.use()).block();
        database.close().block();
    }

    @Test
    void listener() {
        // tag::listener
        Database database = Database.builder(url)
                .withName("shop")
                .withListener(query -> {
                    String tenant = query.context().getOrDefault("tenant", "nobody");
                    told.add(tenant + ": " + query.rows() + " rows, transaction " + query.transaction());
                })
                .withListener(QueryListener.withBindings(query -> told.add(query.sql() + query.bindings())))
                .build();
        // end::listener

        with(database, DB.select("select ?", 42).then().contextWrite(Context.of("tenant", "acme")));
        assertThat(told).containsExactly("acme: 1 rows, transaction null", "select ?[42]");
    }

    @Test
    void transactions() {
        // tag::transactions
        TransactionListener watching = new TransactionListener() {
            @Override
            public void committed(Scope scope, Duration duration) {
                told.add(scope + " took " + duration.toMillis() + " ms");
            }
        };
        Database database =
                Database.builder(url).withTransactionListener(watching).build();
        // end::transactions

        with(database, DB.transaction(() -> DB.select("select 1").then()));
        assertThat(told).singleElement().asString().matches("transaction \\d+ of default took \\d+ ms");
    }

    @Test
    void log() {
        // tag::log
        LogSettings log = LogSettings.OFF.withSql().withSlow(Duration.ofMillis(200));
        Database database = Database.builder(url).withName("shop").withLog(log).build();
        // end::log

        with(database, DB.select("select 1").then());
        assertThat(log).isEqualTo(new LogSettings(true, false, Duration.ofMillis(200)));
    }

    @Test
    void micrometer() {
        TestObservationRegistry registry = TestObservationRegistry.create();
        with(observed(registry), DB.select("select 1").then());

        TestObservationRegistryAssert.assertThat(registry).hasObservationWithNameEqualTo("ilana.query");
    }

    private Database observed(ObservationRegistry registry) {
        // tag::micrometer
        Database database = Database.builder(url)
                .withObserver(MicrometerObserver.of(registry))
                .build();
        // end::micrometer
        return database;
    }

    @Test
    void proxy() {
        String r2dbcUrl = "r2dbc:h2:mem:///" + UUID.randomUUID();
        // tag::proxy
        ConnectionFactory proxy = ProxyConnectionFactory.builder(ConnectionFactories.get(r2dbcUrl))
                .onBeforeQuery(info -> told.add(info.getQueries().get(0).getQuery()))
                .build();
        Database database = Database.of(proxy, Dialects.H2);
        // end::proxy

        with(database, DB.select("select 1").then());
        assertThat(told).containsExactly("select 1");
    }

    @Test
    void health() {
        DB.register("shop", db);
        // tag::health
        Mono<Health> health = DB.healthCheck(); // within 5 seconds, and never an error
        Mono<Health> quick = DB.connection("shop").healthCheck(Duration.ofMillis(500));
        // end::health

        assertThat(run(health).up()).isTrue();
        assertThat(quick).isNotNull();
    }

    @Test
    void deploy() {
        Migrator migrator = Migrator.of(
                db, List.of(new M20261121_093000_CreateUsersTable(), new M20261121_093100_CreateBlogTables()));

        // tag::deploy
        Mono<Deploy.Report> deploy = Deploy.of(migrator)
                .skipHealthCheck(false)
                .validateBeforeDeploy(true)
                .runMigrations(true) // these three are the defaults
                .ignoring(LintRule.INT_KEY)
                .run();
        // end::deploy

        assertThat(run(deploy).applied()).isEmpty();
        assertThat(run(USERS.count())).isZero();
    }
}
