package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.testkit.contract.blog.Blog;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * Replicas answer a chain until it has written. Here the replica is a database of its own, in which there is another user, so
 * that a query tells by whom it was answered.
 */
public interface ReplicaContract extends BlogContract {

    private static void withReplica(Runner run, Consumer<Database> test) {
        run.get(User.named("primary").save());
        try (TestDatabase other = run.another()) {
            Database replica = Database.connect(other.url());
            run.value(Blog.empty().contextWrite(replica.use()));
            run.get(User.named("replica").save().contextWrite(replica.use()));
            run.value(replica.close());
            Database database =
                    Database.builder(run.url()).withReplica(other.url()).build();
            run.with(database, test);
        }
    }

    private static Mono<List<String>> names() {
        return USERS.orderBy(NAME).pluck(NAME).collectList();
    }

    @Test
    @Feature("1.10")
    default void aChainReadsFromTheReplicaUntilItHasWritten(Runner run) {
        withReplica(run, database -> {
            Mono<List<List<String>>> chain = names().flatMap(
                            before -> User.named("new").save().then(names()).map(after -> List.of(before, after)));
            assertThat(run.get(chain.contextWrite(database.use())))
                    .containsExactly(List.of("replica"), List.of("new", "primary"));
            // another chain has not written
            assertThat(run.get(names().contextWrite(database.use()))).containsExactly("replica");
        });
    }

    @Test
    @Feature("1.10")
    default void whatATransactionWroteIsReadFromWhereItIs(Runner run) {
        withReplica(run, database -> {
            Mono<List<String>> chain =
                    DB.transaction(() -> User.named("new").save()).then(names());
            assertThat(run.get(chain.contextWrite(database.use()))).containsExactly("new", "primary");
            // a transaction that may write reads from the primary too
            assertThat(run.get(DB.transaction(ReplicaContract::names).contextWrite(database.use())))
                    .containsExactly("new", "primary");
        });
    }

    @Test
    @Feature("1.10")
    default void statementsAndStreamsReadFromTheReplica(Runner run) {
        withReplica(run, database -> {
            assertThat(run.list(DB.select("select name from users").contextWrite(database.use())))
                    .extracting(row -> row.get("name"))
                    .containsExactly("replica");
            assertThat(run.list(
                            USERS.query().cursor(10).map(user -> user.get(NAME)).contextWrite(database.use())))
                    .containsExactly("replica");
            assertThat(run.list(DB.statement("update users set name = name")
                            .thenMany(names())
                            .contextWrite(database.use())))
                    .containsExactly(List.of("primary"));
        });
    }

    @Test
    @Needs(Capability.READ_ONLY_TRANSACTION)
    @Feature("1.10")
    default void aReadOnlyTransactionIsTheReplicas(Runner run) {
        withReplica(run, database -> {
            Mono<List<String>> reading = DB.transaction(ReplicaContract::names, TransactionOptions.DEFAULT.readOnly());
            assertThat(run.get(reading.contextWrite(database.use()))).containsExactly("replica");
            assertThat(run.get(User.named("new").save().then(reading).contextWrite(database.use())))
                    .containsExactly("new", "primary");
        });
    }

    @Test
    @Feature({"1.10", "12.2"})
    default void aReadOfTheReplicaThatFailsOrIsLeftGivesItsConnectionBack(Runner run) {
        withReplica(run, database -> {
            assertThat(run.error(DB.select("select nothing from nowhere").then().contextWrite(database.use())))
                    .isInstanceOf(BadSqlException.class);
            run.list(USERS.query().cursor(1).take(1).contextWrite(database.use()));
            run.value(USERS.query()
                    .cursor(1)
                    .concatMap(user -> Mono.never())
                    .then()
                    .contextWrite(database.use())
                    .timeout(Duration.ofMillis(100), Mono.empty()));
            assertThat(run.get(names().contextWrite(database.use()))).containsExactly("replica");
        });
    }

    @Test
    @Feature("1.10")
    default void aQueryOfWhichNobodyKnowsTheChainGoesToThePrimary(Runner run) {
        withReplica(
                run,
                database -> assertThat(run.list(USERS.query().on(database).pluck(NAME)))
                        .containsExactly("primary"));
    }

    @Test
    @Needs(Capability.SERVER)
    @Feature("1.10")
    default void thePrimaryAnswersForAReplicaThatIsGone(Runner run) {
        run.get(User.named("primary").save());
        TestDatabase gone = run.another();
        gone.close();
        Database database = Database.builder(run.url()).withReplica(gone.url()).build();
        run.with(
                database,
                opened ->
                        assertThat(run.get(names().contextWrite(opened.use()))).containsExactly("primary"));
    }

    @Test
    @Feature("1.10")
    default void aReplicaIsOfTheSameKind(Runner run) {
        String other = run.url().startsWith("h2") ? "postgresql://a:b@localhost/c" : "h2:mem:c";
        assertThatThrownBy(() -> Database.builder(run.url()).withReplica(other).build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("a replica of a");
    }
}
