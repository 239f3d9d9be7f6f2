package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.SessionSettings;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.UniqueViolationException;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/databases.md}. */
class DatabasesTest extends PageTest {

    private final List<String> slow = new ArrayList<>();

    @Test
    void connect() {
        String url = "h2:mem:" + UUID.randomUUID();

        // tag::connect
        Database database = Database.connect(url);
        // end::connect

        assertThat(database.dialect()).isEqualTo(Dialects.H2);
        assertThat(database.acquiredConnections()).isZero();
        database.close().block();
        assertThatThrownBy(() -> Database.connect("oracle://host/db"))
                .isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void builder() {
        String url = "h2:mem:" + UUID.randomUUID();

        // tag::builder
        Database database = Database.builder(url)
                .withPool(PoolSettings.DEFAULT.withMaxSize(30).withAcquireTimeout(Duration.ofSeconds(2)))
                .withListener(query -> {
                    if (query.duration().toMillis() > 200) {
                        slow.add(query.sql()); // markers in place of values
                    }
                })
                .build();
        // end::builder

        assertThat(DB.statement("create table t (id int)")
                        .contextWrite(database.use())
                        .block())
                .isZero();
        database.close().block();
    }

    @Test
    void session() {
        String url = "h2:mem:" + UUID.randomUUID();

        // tag::session
        Database database = Database.builder(url)
                .withSession(SessionSettings.DEFAULT
                        .withStatementTimeout(Duration.ofSeconds(20))
                        .withLockTimeout(Duration.ofSeconds(3)))
                .build();
        // end::session

        // tag::dedicated
        Mono<Long> counted = database.onDedicatedConnection(
                        UnaryOperator.identity(),
                        own -> DB.statement("create local temporary table found (id int)")
                                .then(DB.table("found").count())
                                .contextWrite(own.use()))
                .single();
        // end::dedicated

        assertThat(counted.block()).isZero();
        database.close().block();
    }

    @Test
    void replica() {
        String primary = "h2:mem:" + UUID.randomUUID();
        String replica = "h2:mem:" + UUID.randomUUID();

        // tag::replica
        Database database = Database.builder(primary)
                .withReplica(replica)
                .withReplica(replica)
                .build();
        // end::replica
        assertThat(DB.statement("create table here (id int)")
                        .then(DB.table("here").count())
                        .contextWrite(database.use())
                        .block())
                .isZero();
        assertThatThrownBy(() ->
                        DB.table("here").count().contextWrite(database.use()).block())
                .isInstanceOf(BadSqlException.class);
        database.close().block();
    }

    @Test
    void several() {
        Database reports = db;

        // tag::several
        DB.register("reports", reports);

        Flux<User> once = USERS.query().on(DB.connection("reports")).get(); // this query
        Mono<Long> chain = USERS.count().contextWrite(reports.use()); // all of this chain
        Mono<User> work = reports.transaction(
                () -> new User().name("Ada").email("ada@example.org").save());
        // end::several

        assertThat(work.block()).isNotNull();
        assertThat(once.collectList().block()).hasSize(1);
        assertThat(chain.block()).isEqualTo(1);
    }

    @Test
    void factory() {
        String url = "r2dbc:h2:mem:///" + UUID.randomUUID();

        // tag::factory
        ConnectionFactory own = ConnectionFactories.get(url);
        Database database = Database.of(own, Dialects.H2);
        // end::factory

        assertThat(DB.statement("select 1").contextWrite(database.use()).block())
                .isZero();
    }

    @Test
    void errors() {
        stored("Ada", 36);
        List<String> told = new ArrayList<>();

        // tag::errors
        Mono<User> ada = new User()
                .name("Ada")
                .email("ada@example.org")
                .save()
                .doOnError(DatabaseException.class, error -> {
                    told.add(error.getMessage()); // with the SQL, without values
                    told.add(error.sql());
                })
                .onErrorMap(UniqueViolationException.class, error -> new IllegalArgumentException("taken"));
        // end::errors

        assertThatThrownBy(() -> run(ada)).hasMessage("taken");
        assertThat(told.get(0)).startsWith("unique constraint violated").doesNotContain("ada@example.org");
        assertThat(told.get(1)).startsWith("insert into \"users\"");
    }

    @Test
    void capabilities() {
        // tag::capabilities
        boolean wholeOrNot = db.dialect().supports(Capability.TRANSACTIONAL_DDL); // false on H2
        // end::capabilities

        assertThat(wholeOrNot).isFalse();
    }
}
