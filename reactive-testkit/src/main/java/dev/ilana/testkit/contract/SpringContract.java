package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.spring.SpringTransactions;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring's own classes begin and end transactions, and statements of this library are part of them. */
public interface SpringContract extends BlogContract {

    // tag::configuration
    @Configuration
    @EnableTransactionManagement
    class AppConfiguration {

        @Bean
        ReactiveTransactionManager transactionManager(ConnectionFactory connectionFactory) {
            return new R2dbcTransactionManager(connectionFactory);
        }

        @Bean
        Database database(ConnectionFactory connectionFactory, Dialect dialect) {
            return Database.builder(connectionFactory, dialect)
                    .withOuterTransactions(SpringTransactions.of(connectionFactory))
                    .build();
        }
    }
    // end::configuration

    /** A service, as people write them. */
    class Signups {

        // tag::service
        @Transactional
        public Mono<User> signUp(String name) {
            return User.named(name).save();
        }
        // end::service

        @Transactional
        public Mono<User> signUpAndFail(String name) {
            return signUp(name).then(refused());
        }
    }

    /** Of another table than what is written in the other transaction, which might have to wait for this one's locks. */
    private static Mono<Long> roleOf(String name) {
        return DB.table("roles").insert(Map.of("name", name));
    }

    private static <T> Mono<T> refused() {
        return Mono.error(new IllegalStateException("no"));
    }

    @Test
    @Feature("14.6")
    default void whatIsWrittenIsCommittedWithIt(Runner run) {
        InSpring in = InSpring.of(run);
        User ada = in.get(in.transaction(
                () -> User.named("Ada").save().flatMap(saved -> USERS.count().thenReturn(saved))));

        assertThat(ada.isStored()).isTrue();
        assertThat(in.names()).containsExactly("Ada");
    }

    @Test
    @Feature("14.6")
    default void whatIsWrittenIsRolledBackWithItAndModelsAreAsTheyWere(Runner run) {
        InSpring in = InSpring.of(run);
        User ada = User.named("Ada");

        assertThat(in.error(in.transaction(() -> ada.save().then(refused())))).hasMessage("no");

        assertThat(in.names()).isEmpty();
        assertThat(ada.isStored()).isFalse();
    }

    @Test
    @Feature("14.6")
    default void anAnnotatedMethodIsATransactionToo(Runner run) {
        InSpring in = InSpring.of(run);
        try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
            spring.registerBean(
                    ConnectionFactory.class, in::factory, definition -> definition.setDestroyMethodName(""));
            spring.registerBean(Dialect.class, () -> run.database().dialect());
            spring.register(AppConfiguration.class, Signups.class);
            spring.refresh();
            Signups signups = spring.getBean(Signups.class);
            Database db = spring.getBean(Database.class);

            run.get(signups.signUp("Ada").contextWrite(db.use()));
            assertThat(run.error(signups.signUpAndFail("Bob").contextWrite(db.use())))
                    .hasMessage("no");
        }
        assertThat(in.names()).containsExactly("Ada");
    }

    @Test
    @Feature("14.6")
    default void itsClientAndOurQueriesSeeTheSameRows(Runner run) {
        InSpring in = InSpring.of(run);
        DatabaseClient client = in.client();

        in.error(in.transaction(() -> User.named("Ada")
                .save()
                .then(client.sql("select count(*) from users")
                        .map(row -> row.get(0, Long.class))
                        .one())
                .doOnNext(count -> assertThat(count).isEqualTo(1))
                .then(client.sql("update users set name = 'Eve'").fetch().rowsUpdated())
                .then(USERS.where(NAME.eq("Eve")).firstOrFail())
                .then(refused())));

        assertThat(in.names()).isEmpty();
    }

    @Test
    @Feature("14.6")
    default void statementsSideBySideTakeTurns(Runner run) {
        InSpring in = InSpring.of(run);
        in.get(in.transaction(() -> Flux.range(0, 50)
                .flatMap(n -> User.named("u" + n).save().flatMap(saved -> USERS.find(saved.get(User.ID))), 50)
                .count()));

        assertThat(in.names()).hasSize(50);
    }

    @Test
    @Feature("14.6")
    default void ourTransactionInItIsASavepoint(Runner run) {
        InSpring in = InSpring.of(run);
        in.get(in.transaction(() -> User.named("Ada")
                .save()
                .then(DB.transaction(() -> User.named("Bob").save().then(refused()))
                        .onErrorResume(error -> Mono.empty()))
                .then(DB.transaction(() -> User.named("Cem").save()))));
        assertThat(in.names()).containsExactly("Ada", "Cem");

        in.error(in.transaction(
                () -> DB.transaction(() -> User.named("Dan").save()).then(refused())));
        assertThat(in.names()).containsExactly("Ada", "Cem");
    }

    @Test
    @Feature("14.6")
    default void aNewOneOfItsOwnIsAnother(Runner run) {
        InSpring in = InSpring.of(run);
        in.error(in.transaction(() -> roleOf("outer")
                .then(in.newTransaction(() -> User.named("Bob").save()))
                .then(User.named("Cem").save())
                .then(refused())));

        assertThat(in.names()).containsExactly("Bob");
        assertThat(in.get(DB.table("roles").count())).isZero();
    }

    @Test
    @Feature("14.6")
    default void oneOfItsOwnWithinOursIsTheInnermost(Runner run) {
        InSpring in = InSpring.of(run);
        in.error(DB.transaction(() -> roleOf("outer")
                .then(in.transaction(() -> User.named("Bob").save()))
                .then(refused())));

        assertThat(in.names()).containsExactly("Bob");
        assertThat(in.get(DB.table("roles").count())).isZero();
    }

    @Test
    @Feature({"14.5", "14.6"})
    default void whatFollowsACommitFollowsItsCommit(Runner run) {
        InSpring in = InSpring.of(run);
        List<String> told = new ArrayList<>();

        in.get(in.transaction(() -> DB.afterCommit(() -> USERS.count().doOnNext(count -> told.add("sees " + count)))
                .then(DB.afterRollback(() -> Mono.fromRunnable(() -> told.add("never"))))
                .then(User.named("Ada").save())
                .doOnNext(saved -> told.add("saved"))));
        assertThat(told).containsExactly("saved", "sees 1");

        in.error(in.transaction(() -> DB.afterCommit(() -> Mono.fromRunnable(() -> told.add("never")))
                .then(DB.afterRollback(() -> Mono.fromRunnable(() -> told.add("rolled back"))))
                .then(refused())));
        assertThat(told).containsExactly("saved", "sees 1", "rolled back");
    }

    @Test
    @Feature("14.6")
    default void aCancelRollsItBack(Runner run) {
        InSpring in = InSpring.of(run);
        in.value(in.transaction(() -> User.named("Ada").save().then(Mono.never()))
                .timeout(Duration.ofMillis(100), Mono.empty()));

        assertThat(in.names()).isEmpty();
    }

    @Test
    @Feature("14.6")
    default void whatNeedsATransactionHasOne(Runner run) {
        InSpring in = InSpring.of(run);
        in.get(User.named("Ada").save());

        assertThat(in.get(in.transaction(() -> USERS.query().lockForUpdate().first()))
                        .name())
                .isEqualTo("Ada");
        assertThat(in.error(USERS.query().lockForUpdate().first())).isInstanceOf(TransactionRequiredException.class);
        assertThat(in.get(in.transaction(() -> DB.currentTransaction())).depth())
                .isZero();
    }

    @Test
    @Feature({"9.6", "14.6"})
    default void rememberedResultsAreForgottenByItsCommit(Runner run) {
        InSpring in = InSpring.of(run);
        Mono<Long> count = USERS.query().remember(Duration.ofMinutes(1)).get().count();
        assertThat(in.get(count)).isZero();

        in.get(in.transaction(() -> User.named("Ada").save()));

        assertThat(in.get(count)).isEqualTo(1);
    }

    @Test
    @Feature("14.6")
    default void aStatementThatComesAfterItsEndIsRefused(Runner run) {
        InSpring in = InSpring.of(run);
        List<Mono<Long>> late = new ArrayList<>();
        in.get(in.transaction(() -> Mono.deferContextual(context -> {
            late.add(USERS.count().contextWrite(context));
            return User.named("Ada").save();
        })));

        assertThat(in.get(late.get(0)
                        .map(String::valueOf)
                        .onErrorResume(InvalidUsageException.class, error -> Mono.just("refused"))))
                .as("on a connection of its own, or not at all")
                .isIn("1", "refused");
    }
}
