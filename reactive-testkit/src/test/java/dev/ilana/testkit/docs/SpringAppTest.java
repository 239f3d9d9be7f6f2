package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.POSTS;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.testkit.docs.SpringStandIns.Bean;
import dev.ilana.testkit.docs.SpringStandIns.Configuration;
import dev.ilana.testkit.docs.SpringStandIns.GetMapping;
import dev.ilana.testkit.docs.SpringStandIns.PathVariable;
import dev.ilana.testkit.docs.SpringStandIns.PreDestroy;
import dev.ilana.testkit.docs.SpringStandIns.RestController;
import dev.ilana.testkit.docs.SpringStandIns.Value;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the README shows of Spring WebFlux, called as Spring would call it. */
@SuppressWarnings("ClassCanBeStatic") // in an app they stand in files of their own
class SpringAppTest extends PageTest {

    // tag::configuration
    @Configuration
    class DatabaseConfiguration {
        private final Database database;

        DatabaseConfiguration(@Value("${app.database}") String url) {
            database = Database.connect(url);
            DB.setDefault(database);
        }

        @Bean(destroyMethod = "") // closed below
        Database database() {
            return database;
        }

        @PreDestroy
        void close() {
            database.close().block();
        }
    }
    // end::configuration

    // tag::controller
    @RestController
    class UserController {
        record UserView(Long id, String name, int posts) {
            static UserView of(User user) {
                return new UserView(
                        user.get(User.ID), user.get(NAME), user.get(POSTS).size());
            }
        }

        @GetMapping("/users")
        Flux<UserView> users() {
            return USERS.with(POSTS).orderBy(NAME).limit(50).get().map(UserView::of);
        }

        @GetMapping("/users/{id}")
        Mono<UserView> user(@PathVariable long id) {
            return USERS.with(POSTS).find(id).map(UserView::of);
        }
    }
    // end::controller

    @Test
    void controller() {
        blog();
        UserController controller = new UserController();

        assertThat(list(controller.users()))
                .containsExactly(new UserController.UserView(1L, "Ada", 7), new UserController.UserView(2L, "Alan", 7));
        assertThat(run(controller.user(2)).name()).isEqualTo("Alan");
        assertThat(value(controller.user(3))).isNull();
    }

    @Test
    void configuration() {
        DatabaseConfiguration configuration = new DatabaseConfiguration("h2:mem:" + UUID.randomUUID());
        try {
            assertThat(DB.statement("create table t (id int)").block()).isZero();
            assertThat(configuration.database().acquiredConnections()).isZero();
        } finally {
            configuration.close();
            Databases.clearDefault();
        }
    }
}
