package dev.ilana.examples.spring;

import static dev.ilana.examples.spring.Order.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** The shop is an application of Spring Boot 3.5, which begins and ends the transactions. */
class ShopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void itIsOfSpringBoot3() {
        assertThat(SpringBootVersion.getVersion()).startsWith("3.5.");
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    void whatModelsAndTheClientWriteIsCommittedTogether(DatabaseKind kind) {
        inShop(kind, context -> {
            Counter counter = context.getBean(Counter.class);
            assertThat(get(counter.deliver("tea", 5))).isEqualTo(1);

            assertThat(get(counter.sell("tea", 2)).isStored()).isTrue();

            assertThat(get(ORDERS.count())).isEqualTo(1);
            assertThat(pieces("tea")).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    void andRolledBackTogether(DatabaseKind kind) {
        inShop(kind, context -> {
            Counter counter = context.getBean(Counter.class);
            assertThat(get(counter.deliver("tea", 5))).isEqualTo(1);

            assertThatThrownBy(() -> get(counter.sell("tea", 9))).isInstanceOf(SoldOutException.class);

            assertThat(get(ORDERS.count())).isZero();
            assertThat(pieces("tea")).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    void aPartThatFailsIsTakenBackAlone(DatabaseKind kind) {
        inShop(kind, context -> {
            Counter counter = context.getBean(Counter.class);
            assertThat(get(counter.deliver("tea", 5))).isEqualTo(1);

            assertThat(get(counter.sellWhatIsThere(List.of("tea", "coffee", "tea"))
                            .map(Order::article)
                            .collectList()))
                    .containsExactly("tea", "tea");

            assertThat(get(ORDERS.count())).isEqualTo(2);
            assertThat(pieces("tea")).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    void itsHealthIsThatOfTheDatabaseAndItsMigrations(DatabaseKind kind) {
        inShop(kind, context -> {
            assertThat(health(context, "database").getStatus()).isEqualTo(Status.UP);
            assertThat(health(context, "migrations").getDetails()).isEqualTo(Map.of("pending", 0));
            assertThat(context.getBean(Database.class).dialect().name()).isEqualToIgnoringCase(kind.name());
        });
    }

    @Test
    void itRunsByItself() {
        Shop.main(
                new String[] {"--spring.r2dbc.url=r2dbc:h2:mem:///main?options=DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"
                });
    }

    private static void inShop(DatabaseKind kind, Consumer<ConfigurableApplicationContext> work) {
        try (TestDatabase database = TestServers.require(kind).createDatabase("shop");
                ConfigurableApplicationContext context =
                        SpringApplication.run(Shop.class, "--spring.r2dbc.url=" + r2dbc(database))) {
            work.accept(context);
        }
    }

    private static String r2dbc(TestDatabase database) {
        String options = database.kind() == DatabaseKind.H2 ? "?options=DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE" : "";
        return "r2dbc:" + database.url().replace("h2:mem:", "h2:mem:///") + options;
    }

    private static int pieces(String article) {
        return get(DB.table("stock").where("article", article).value("pieces", Integer.class));
    }

    private static Health health(ConfigurableApplicationContext context, String part) {
        return (Health) context.getBean(HealthEndpoint.class).healthForPath("ilana", part);
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE), "the chain is empty");
    }
}
