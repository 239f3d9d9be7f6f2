package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.CheckViolationException;
import dev.ilana.error.ConnectionFailedException;
import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.ConstraintViolationException;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.PoolTimeoutException;
import dev.ilana.error.QueryTimeoutException;
import dev.ilana.error.TransactionOutcomeUnknownException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What goes wrong has a type, the SQL, and no bound value. */
public interface ErrorContract extends BlogContract, CutConnections {

    String CANARY = "canary7431";

    /** The statement that makes this database wait for a lock no longer than about a tenth of a second, or a second. */
    String impatientLocks();

    /** A statement that this database stops by its own time limit; more than one where the limit is set apart. */
    String[] statementThatTimesOut();

    private static void assertTellsNothing(Throwable error) {
        assertThat(error).isInstanceOf(DatabaseException.class);
        assertThat(error.getMessage()).contains("SQL: ").doesNotContain(CANARY);
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(CANARY);
        }
    }

    @Test
    @Feature("20.1")
    default void aSecondEqualValueIsAUniqueViolation(Runner run) {
        run.get(new User().name("Ada").email(CANARY).save());
        Throwable error = run.error(new User().name("Bob").email(CANARY).save());

        assertThat(error).isInstanceOf(UniqueViolationException.class);
        assertThat(((ConstraintViolationException) error).constraint()).containsIgnoringCase("users");
        assertTellsNothing(error);
        assertThat(((DatabaseException) error).sql()).startsWith("insert into");
    }

    @Test
    @Feature("20.1")
    default void aMissingParentIsAForeignKeyViolation(Runner run) {
        Throwable error = run.error(
                new Post().set(Post.USER_ID, -1L).set(Post.TITLE, CANARY).save());

        assertThat(error).isInstanceOf(ForeignKeyViolationException.class);
        assertTellsNothing(error);
    }

    @Test
    @Feature("20.1")
    default void aParentStillReferredToIsAForeignKeyViolation(Runner run) {
        User ada = run.get(User.named("Ada").save());
        run.get(Post.by(ada, "Hello").save());

        assertThat(run.error(ada.forceDelete())).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(run.get(USERS.count())).isEqualTo(1);
    }

    @Test
    @Feature("20.1")
    default void aNullIsANotNullViolation(Runner run) {
        Throwable error = run.error(new User().name(CANARY).save());

        assertThat(error).isInstanceOf(NotNullViolationException.class);
        assertThat(((ConstraintViolationException) error).constraint()).isEqualToIgnoringCase("email");
        assertTellsNothing(error);
    }

    @Test
    @Feature("20.1")
    default void aFailedCheckIsACheckViolation(Runner run) {
        run.value(DB.statement("create table checked (n integer, constraint checked_n_positive check (n > 0))"));
        Throwable error = run.error(DB.table("checked").insert(Map.of("n", -1)));

        assertThat(error).isInstanceOf(CheckViolationException.class);
        assertThat(((ConstraintViolationException) error).constraint()).isEqualToIgnoringCase("checked_n_positive");
        run.value(DB.statement("drop table checked"));
    }

    @Test
    @Feature("20.1")
    default void aStatementTheDatabaseCantReadIsBadSql(Runner run) {
        Throwable error = run.error(DB.statement("selec 1"));

        assertThat(error).isInstanceOf(BadSqlException.class).hasMessageEndingWith("SQL: selec 1");
        assertThat(run.error(DB.table("nowhere").where("a", CANARY).get().then(Mono.just(1))))
                .isInstanceOf(BadSqlException.class)
                .satisfies(ErrorContract::assertTellsNothing);
    }

    @Test
    @Feature("20.1")
    default void afterAnErrorTheConnectionIsOfUse(Runner run) {
        for (int i = 0; i < 30; i++) {
            assertThat(run.error(DB.statement("selec 1"))).isInstanceOf(BadSqlException.class);
        }
        run.assertNothingAcquired();
        assertThat(run.get(USERS.count())).isZero();
    }

    @Test
    @Feature("20.1")
    default void aLockThatIsNotGrantedIsALockTimeout(Runner run) {
        User ada = run.get(User.named("Ada").save());
        Mono<Long> rename = DB.table("users").where("id", ada.get(User.ID)).update(Map.of("name", CANARY));

        // a database of its own, so that its settings are gone with its one connection
        Database other = anotherOn(run);
        Mono<Long> impatient = other.transaction(
                        () -> DB.statement(impatientLocks()).then(rename))
                .contextWrite(other.use());

        Throwable error = run.error(DB.transaction(() -> rename.then(impatient)));

        run.value(other.close());
        assertThat(error).isInstanceOf(LockTimeoutException.class);
        assertTellsNothing(error);
        assertThat(run.get(USERS.findOrFail(ada.get(User.ID))).name()).isEqualTo("Ada");
    }

    private static Database anotherOn(Runner run) {
        return Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(1))
                .build();
    }

    @Test
    @Feature("20.1")
    @Needs(Capability.STATEMENT_TIMEOUT)
    default void aStatementThatTakesTooLongIsAQueryTimeout(Runner run) {
        Mono<Long> work = Mono.just(0L);
        for (String sql : statementThatTimesOut()) {
            work = work.then(DB.statement(sql));
        }

        Database other = anotherOn(run);
        Mono<Long> limited = work;
        Throwable error = run.error(other.transaction(() -> limited).contextWrite(other.use()));

        assertThat(error).isInstanceOf(QueryTimeoutException.class);
        run.value(other.close());
    }

    @Test
    @Feature("1.3")
    default void aPoolWithNothingToGiveSaysSoInTime(Runner run) {
        Database small = Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(1).withAcquireTimeout(Duration.ofMillis(1_500)))
                .build();
        Mono<Long> second = small.executor().update(Sql.of("select 1"));

        // outside the Context of the transaction, so on a connection that the pool has not
        Throwable error = run.error(
                small.transaction(() -> second.contextWrite(context -> reactor.util.context.Context.empty())));

        assertThat(error).isInstanceOf(PoolTimeoutException.class).hasMessageContaining("1500 ms");
        run.value(small.close());
    }

    @Test
    @Feature("20.1")
    @Needs(Capability.SERVER)
    default void aConnectionThatIsCutIsAConnectionLost(Runner run) {
        Database other = anotherOn(run);
        Throwable error = run.error(DB.transaction(() -> User.named("Ada")
                .save()
                .then(ownConnection())
                .flatMap(id -> other.executor().update(Sql.of(cut(id))))
                .then(USERS.count())));

        assertThat(error).isInstanceOf(ConnectionLostException.class);
        run.assertNothingAcquired();
        assertThat(run.get(Flux.range(0, 20).flatMap(i -> USERS.count()).count()))
                .as("the pool goes on")
                .isEqualTo(20);
        assertThat(run.get(USERS.count())).isZero();
        run.value(other.close());
    }

    @Test
    @Feature("14.5")
    @Needs(Capability.SERVER)
    default void aConnectionCutBeforeTheAnswerToCommitLeavesTheOutcomeOpen(Runner run) {
        Database other = anotherOn(run);
        AtomicInteger tries = new AtomicInteger();
        Throwable error = run.error(DB.transaction(
                () -> User.named("Ada" + tries.incrementAndGet())
                        .save()
                        .then(ownConnection())
                        .flatMap(id -> other.executor().update(Sql.of(cut(id)))),
                TransactionOptions.attempts(3)));

        assertThat(error).isInstanceOf(TransactionOutcomeUnknownException.class);
        assertThat(tries).as("never tried again").hasValue(1);
        run.assertNothingAcquired();
        run.value(other.close());
    }

    @Test
    @Feature({"1.9", "14.5"})
    @Needs(Capability.SERVER)
    default void anOutcomeThatIsOpenIsToldToListenersOnce(Runner run) {
        Watched watched = Watched.on(run);
        Database other = anotherOn(run);
        run.error(DB.transaction(() -> User.named("Ada")
                        .save()
                        .then(ownConnection())
                        .flatMap(id -> other.executor().update(Sql.of(cut(id)))))
                .contextWrite(watched.database().use()));

        assertThat(watched.transactions()).containsExactly("started 0", "unknown 0");
        run.value(other.close());
        run.value(watched.database().close());
    }

    @Test
    @Feature("1.2")
    @Needs(Capability.SERVER)
    default void aServerThatIsNotThereIsNamedInTime(Runner run) {
        String nowhere = run.url().replaceFirst(":[0-9]+/", ":1/");
        Database database = Database.connect(nowhere);
        long start = System.nanoTime();

        Throwable error = run.error(database.executor().update(Sql.of("select 1")));

        assertThat(error).isInstanceOf(ConnectionFailedException.class).hasMessageContaining("127.0.0.1:1/");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        run.value(database.close());
    }

    @Test
    @Feature("1.2")
    @Needs(Capability.SERVER)
    default void aRefusedAccountIsAFailedConnectionWithoutItsPassword(Runner run) {
        Database database = Database.connect(run.url().replaceFirst("//[^@]*@", "//nobody:" + CANARY + "@"));

        Throwable error = run.error(database.executor().update(Sql.of("select 1")));

        assertThat(error).isInstanceOf(ConnectionFailedException.class);
        assertThat(error.getMessage()).doesNotContain(CANARY);
        run.value(database.close());
    }
}
