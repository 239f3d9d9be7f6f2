package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.FourUsersContract.names;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.model.ModelQuery;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A query runs when it is subscribed, each time anew, and where it was told to. */
public interface QueryExecutionContract extends FourUsersContract {

    @Test
    @Feature("9.1")
    default void aQueryIsColdAndRunsEachTimeItIsSubscribed(Runner run) {
        Mono<Long> count = USERS.count();
        assertThat(run.statements()).isEmpty();

        assertThat(run.get(count)).isEqualTo(4);
        run.get(User.named("Eve").save());
        assertThat(run.get(count)).isEqualTo(5);
    }

    @Test
    @Feature("9.1")
    default void aQueryIsNotChangedByWhatIsBuiltOnIt(Runner run) {
        ModelQuery<User> all = USERS.query();
        ModelQuery<User> adults = all.where(AGE.ge(18));

        assertThat(names(run, adults.where(NAME.eq("Cy")))).containsExactly("Cy");
        assertThat(names(run, adults)).containsExactly("Ada", "Cy");
        assertThat(names(run, all)).hasSize(4);
    }

    @Test
    @Feature("9.1")
    default void aSubscriberMayQueryForEachRowItGets(Runner run) {
        run.list(USERS.insertMany(Flux.range(0, 600).map(i -> User.named("u" + i))));

        StepVerifier.create(USERS.all()
                        .flatMap(user -> USERS.find(user.get(User.ID)), 300)
                        .contextWrite(run.database().use()))
                .expectNextCount(604)
                .verifyComplete();
    }

    @Test
    @Feature("9.5")
    default void aDryRunTellsTheStatementsAndSendsNone(Runner run) {
        List<Sql> statements = run.get(DB.dryRun(
                () -> DB.transaction(() -> USERS.where(NAME.eq("Ada")).delete())
                        .then(DB.table("roles").insert(Map.of("name", "author")))));
        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).text()).startsWith("update ").contains("deleted_at");
        assertThat(statements.get(1).bindings()).extracting(Value::value).containsExactly("author");
        assertThat(run.get(USERS.where(AGE.lt(30)).dryRun(ModelQuery::forceDelete)))
                .singleElement()
                .asString()
                .startsWith("delete from ");
        assertThat(run.statements()).isEmpty();
        assertThat(run.get(USERS.count())).isEqualTo(4);
    }

    @Test
    @Feature("9.5")
    default void aModelReadOnADatabaseByNameIsWrittenThere(Runner run) {
        Database other = Database.connect(run.url());
        try {
            // no Context: the model remembers
            User ada = Objects.requireNonNull(
                    USERS.on(other).where(NAME.eq("Ada")).first().block());
            Objects.requireNonNull(ada.name("Ada L.").save().block());
            assertThat(Objects.requireNonNull(ada.posts().count().block())).isZero();
            Objects.requireNonNull(ada.refresh().block());
            assertThat(Objects.requireNonNull(ada.delete().block())).isTrue();
        } finally {
            other.close().block();
        }
        assertThat(run.list(USERS.query().onlyTrashed().get()))
                .extracting(User::name)
                .containsExactly("Ada L.");
    }
}
