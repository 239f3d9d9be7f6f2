package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.SessionSettings;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.QueryTimeoutException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A session begins as the settings say, and what one borrower of a connection makes of it never reaches the next. */
public interface SessionContract extends BlogContract {

    /** Asks for more rows than a server counts in a minute. */
    String SLOW = "select count(*) from information_schema.columns a, information_schema.columns b,"
            + " information_schema.columns c, information_schema.columns d";

    private static void onOneConnection(Runner run, Consumer<Database> test) {
        with(run, SessionSettings.DEFAULT, test);
    }

    private static void with(Runner run, SessionSettings session, Consumer<Database> test) {
        run.with(Watched.on(run, builder -> builder.withSession(session)).database(), test);
    }

    /** Makes the table {@code kept}, which only this session sees: on H2 that is a local one. */
    private static Mono<Long> keep(Runner run) {
        String local = run.database().dialect().supports(Capability.SERVER) ? "" : "local ";
        return DB.statement("create " + local + "temporary table kept (id int)");
    }

    private static Flux<?> kept() {
        return DB.select("select id from kept");
    }

    @Test
    @Feature("1.3")
    default void aTableOfASessionIsNotTheNextBorrowers(Runner run) {
        onOneConnection(run, database -> {
            run.value(keep(run).contextWrite(database.use()));
            assertThat(run.error(kept().then().contextWrite(database.use()))).isInstanceOf(BadSqlException.class);
        });
    }

    @Test
    @Feature({"1.3", "14.1"})
    default void norIsThatOfATransaction(Runner run) {
        onOneConnection(run, database -> {
            run.value(database.transaction(() -> keep(run).thenMany(kept()).then())
                    .contextWrite(database.use()));
            assertThat(run.error(kept().then().contextWrite(database.use()))).isInstanceOf(BadSqlException.class);
        });
    }

    @Test
    @Feature({"1.3", "14.5"})
    default void norIsThatOfATransactionThatFailsOrIsCancelled(Runner run) {
        onOneConnection(run, database -> {
            Mono<?> failing = keep(run).then(Mono.error(new IllegalStateException("no")));
            run.error(database.transaction(() -> failing).contextWrite(database.use()));
            assertThat(run.error(kept().then().contextWrite(database.use()))).isInstanceOf(BadSqlException.class);

            AtomicBoolean kept = new AtomicBoolean();
            Mono<?> endless = keep(run).doOnSuccess(made -> kept.set(true)).then(Mono.never());
            run.value(database.transaction(() -> endless)
                    .contextWrite(database.use())
                    .takeUntilOther(Mono.delay(Duration.ofMillis(5)).repeat().filter(tick -> kept.get())));
            assertThat(run.error(kept().then().contextWrite(database.use()))).isInstanceOf(BadSqlException.class);
        });
    }

    @Test
    @Feature({"1.3", "14.3"})
    default void aTransactionThatSqlBeganIsNotTheNextBorrowers(Runner run) {
        onOneConnection(run, database -> {
            run.value(DB.statement("begin").contextWrite(database.use()));
            run.get(User.named("Ada").save().contextWrite(database.use()));
            assertThat(run.list(USERS.query().pluck(NAME))).containsExactly("Ada");
        });
    }

    @Test
    @Feature({"1.3", "14.3"})
    default void norIsOneThatAnErrorOrACancelCutsShort(Runner run) {
        onOneConnection(run, database -> {
            run.error(DB.statement("begin").then(DB.statement("no such word")).contextWrite(database.use()));
            run.value(DB.statement("begin").contextWrite(database.use()).timeout(Duration.ofNanos(1), Mono.empty()));
            run.get(User.named("Ada").save().contextWrite(database.use()));
            assertThat(run.list(USERS.query().pluck(NAME))).containsExactly("Ada");
        });
    }

    @Test
    @Feature("1.3")
    default void whatASessionHoldsIsForADedicatedConnection(Runner run) {
        onOneConnection(run, database -> {
            Mono<Long> counted = database.onDedicatedConnection(
                            UnaryOperator.identity(),
                            own -> keep(run).then(DB.table("kept").count()).contextWrite(own.use()))
                    .single();
            assertThat(run.get(counted)).isZero();
        });
    }

    @Test
    @Feature("1.2")
    default void aStatementThatTakesLongerThanTheSessionAllowsIsEnded(Runner run) {
        SessionSettings session = SessionSettings.DEFAULT
                .withStatementTimeout(Duration.ofMillis(300))
                .withLockTimeout(Duration.ofSeconds(1));
        with(run, session, database -> {
            assertThat(run.error(DB.select(SLOW).then().contextWrite(database.use())))
                    .isInstanceOf(QueryTimeoutException.class);
            assertThat(run.get(USERS.query().count().contextWrite(database.use())))
                    .isZero();
        });
    }

    @Test
    @Feature("1.2")
    default void oneThatWaitsForALockLongerThanTheSessionAllowsIsEnded(Runner run) {
        User ada = run.get(User.named("Ada").save());
        with(run, SessionSettings.DEFAULT.withLockTimeout(Duration.ofSeconds(1)), database -> {
            Mono<?> waiting = USERS.where(User.ID.eq(ada.get(User.ID)))
                    .update(NAME.to("Grace"))
                    .contextWrite(database.use());
            assertThat(run.error(DB.transaction(
                            () -> ada.set(NAME, "Ada Lovelace").save().then(waiting))))
                    .isInstanceOf(LockTimeoutException.class);
        });
    }

    @Test
    @Feature("1.2")
    default void theServerKnowsTheApplicationByItsNameWhereItKeepsOne(Runner run) {
        SessionSettings named = SessionSettings.DEFAULT.withApplicationName("shop");
        if (run.database().dialect().applicationName("shop") == null) {
            assertThatThrownBy(() -> with(run, named, database -> {}))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("has not an application name");
            return;
        }
        with(
                run,
                named,
                database -> assertThat(run.list(
                                DB.select("select application_name from pg_stat_activity where pid = pg_backend_pid()")
                                        .contextWrite(database.use())))
                        .extracting(row -> row.get("application_name"))
                        .containsExactly("shop"));
    }

    @Test
    @Feature("1.2")
    default void theSessionsOfAnOwnFactoryAreItsOwn(Runner run) {
        assertThatThrownBy(() -> Database.builder(
                                OwnFactory.of(run), run.database().dialect())
                        .withSession(SessionSettings.DEFAULT.withLockTimeout(Duration.ofSeconds(1)))
                        .build())
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("withSession");
    }
}
