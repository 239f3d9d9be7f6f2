package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialects;
import dev.ilana.query.Page;
import dev.ilana.query.Row;
import dev.ilana.query.SimplePage;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.spring.SpringTransactions;
import dev.ilana.testkit.docs.User.Kind;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/coming-from-spring-data-r2dbc.md}. */
class ComingFromSpringDataTest extends PageTest {

    // tag::repository
    static final class Users { // a @Repository, or no class at all
        Mono<User> findByEmail(String email) {
            return USERS.where(EMAIL.eq(email)).first();
        }

        Flux<User> findAdultsByName(String start) {
            return USERS.scope(User.adults())
                    .where(NAME.like(start + "%"))
                    .orderBy(NAME)
                    .get();
        }
    }
    // end::repository

    @Test
    void repository() {
        stored("Ada", 36);
        stored("Alan", 12);
        Users users = new Users();

        assertThat(run(users.findByEmail("ada@example.org")).name()).isEqualTo("Ada");
        assertThat(value(users.findByEmail("bob@example.org"))).isNull();
        assertThat(list(users.findAdultsByName("A"))).extracting(User::name).containsExactly("Ada");
    }

    @Test
    void derived() {
        stored("Ada", 36);
        stored("Alan", 12);

        // tag::derived
        Flux<User> oldest = // findFirst3ByKindOrderByAgeDesc
                USERS.where(KIND.eq(Kind.MEMBER)).orderByDesc(AGE).limit(3).get();
        Flux<User> some = // findByAgeBetweenOrNameStartingWith
                USERS.where(AGE.between(30, 40).or(NAME.like("B%"))).get();
        Mono<Boolean> taken = // existsByEmail
                USERS.where(EMAIL.eq("ada@example.org")).exists();
        Mono<Long> removed = // deleteByAgeLessThan
                USERS.where(AGE.lt(18)).delete();
        // end::derived

        assertThat(list(oldest)).extracting(User::name).containsExactly("Ada", "Alan");
        assertThat(list(some)).extracting(User::name).containsExactly("Ada");
        assertThat(run(taken)).isTrue();
        assertThat(run(removed)).isEqualTo(1);
    }

    @Test
    void sql() {
        blog();

        // tag::sql
        Flux<Row> writers = DB.select(
                "select name, count(*) as posts from users join posts on user_id = users.id"
                        + " where views >= ? group by name order by name",
                1);
        Flux<String> lines = writers.map(row -> row.get("name", String.class) + " " + row.get("posts", Long.class));
        Mono<Long> written = DB.statement("update users set age = age + 1 where age > ?", 40);
        // end::sql

        assertThat(list(lines)).containsExactly("Ada 7", "Alan 7");
        assertThat(run(written)).isEqualTo(1);
    }

    @Test
    void pages() {
        stored("Ada", 36);
        stored("Alan", 41);
        stored("Bob", 20);

        // tag::pages
        Mono<Page<User>> page = USERS.orderBy(NAME).paginate(1, 2); // pages count from 1
        Mono<SimplePage<User>> slice = USERS.orderBy(NAME).simplePaginate(1, 2); // no count
        // end::pages

        assertThat(run(page).total()).isEqualTo(3);
        assertThat(run(slice).hasMore()).isTrue();
    }

    // tag::both
    static class SignUps {
        private final DatabaseClient client; // a repository of Spring Data would do the same

        SignUps(DatabaseClient client) {
            this.client = client;
        }

        @Transactional
        Mono<User> signUp(String name) {
            Mono<Long> journaled = client.sql("insert into journal (line) values (:line)")
                    .bind("line", "signed up " + name)
                    .fetch()
                    .rowsUpdated();
            return new User().name(name).email(name + "@example.org").save().delayUntil(user -> journaled);
        }
    }
    // end::both

    @Test
    void bothInOneTransaction() {
        String url = "r2dbc:h2:mem:///" + UUID.randomUUID() + "?options=DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        ConnectionFactory factory = ConnectionFactories.get(url);
        Database database = Database.builder(factory, Dialects.H2)
                .withOuterTransactions(SpringTransactions.of(factory))
                .build();
        TransactionalOperator annotated = TransactionalOperator.create(new R2dbcTransactionManager(factory));
        SignUps signUps = new SignUps(DatabaseClient.create(factory));
        Mono<Long> rows = DB.table("users").count().zipWith(DB.table("journal").count(), Long::sum);

        Mono<Void> tables = Migrator.of(database, List.of(new M20261121_093000_CreateUsersTable()))
                .migrate()
                .then(DB.statement("create table journal (line varchar(80))").then());
        Mono<Long> failed = annotated
                .transactional(signUps.signUp("Eve").then(Mono.<Long>error(new IllegalStateException("no"))))
                .onErrorResume(IllegalStateException.class, error -> rows);

        assertThat(tables.then(failed).contextWrite(database.use()).block()).isZero();
        assertThat(annotated
                        .transactional(signUps.signUp("Ada"))
                        .then(rows)
                        .contextWrite(database.use())
                        .block())
                .isEqualTo(2);
    }
}
