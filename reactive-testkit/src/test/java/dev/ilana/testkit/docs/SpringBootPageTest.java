package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.spring.MigrationAutoConfiguration;
import dev.ilana.spring.Boot3HealthAutoConfiguration;
import dev.ilana.spring.DatabaseAutoConfiguration;
import dev.ilana.spring.DatabaseCustomizer;
import dev.ilana.spring.HealthAutoConfiguration;
import dev.ilana.spring.HealthReport;
import dev.ilana.spring.HealthReporter;
import dev.ilana.spring.RequestAutoConfiguration;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;

/** What Spring Boot makes of the library, by its own auto-configuration. */
class SpringBootPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final AutoConfigurations OURS = AutoConfigurations.of(
            MigrationAutoConfiguration.class,
            HealthAutoConfiguration.class,
            Boot3HealthAutoConfiguration.class,
            DatabaseAutoConfiguration.class);

    /** An application whose Boot makes no factory. */
    private static final ApplicationContextRunner ALONE = new ApplicationContextRunner().withConfiguration(OURS);

    /** An application with Boot's starter for R2DBC. */
    private static final ApplicationContextRunner APP = ALONE.withConfiguration(AutoConfigurations.of(
            R2dbcAutoConfiguration.class,
            R2dbcTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class));

    /** A service, as people write them. */
    static class Signups {

        @Transactional
        public Mono<User> signUp(String name) {
            return new User()
                    .name(name)
                    .email(name + "@example.org")
                    .age(36)
                    .set(User.PREFS, new User.Prefs("light", 12))
                    .save();
        }

        @Transactional
        public Mono<User> signUpAndFail(String name) {
            return signUp(name).then(Mono.error(new IllegalStateException("no")));
        }
    }

    // tag::migrations
    @Configuration
    static class AppMigrations {

        @Bean
        Migration createUsers() {
            return new M20261121_093000_CreateUsersTable();
        }

        @Bean
        Migration createBlog() {
            return new M20261121_093100_CreateBlogTables();
        }
    }
    // end::migrations

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static String r2dbc(TestDatabase database) {
        String kept = database.kind() == DatabaseKind.H2 ? "?options=DB_CLOSE_DELAY=-1" : "";
        return "spring.r2dbc.url=r2dbc:" + database.url().replace("h2:mem:", "h2:mem:///") + kept;
    }

    private static TestDatabase database(DatabaseKind kind) {
        return TestServers.require(kind).createDatabase("boot");
    }

    private static Health health(ApplicationContext context, String part) {
        CompositeReactiveHealthContributor all = context.getBean(CompositeReactiveHealthContributor.class);
        ReactiveHealthIndicator indicator =
                (ReactiveHealthIndicator) Objects.requireNonNull(all.getContributor(part), part);
        return get(indicator.health());
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE), "the chain is empty");
    }

    @BeforeEach
    void noDefaultOfOthers() {
        Databases.clearDefault();
    }

    @Test
    void whatBootLooksForIsThere() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, null))
                .contains(
                        DatabaseAutoConfiguration.class.getName(),
                        HealthAutoConfiguration.class.getName(),
                        Boot3HealthAutoConfiguration.class.getName(),
                        MigrationAutoConfiguration.class.getName());
    }

    /** As an application has it: all of Boot's own auto-configurations that are there. */
    @Configuration
    @EnableAutoConfiguration
    static class App {}

    @Test
    void anApplicationStartsWithItOnTheClasspath() {
        SpringApplication app = new SpringApplication(App.class, AppMigrations.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = app.run(
                "--spring.r2dbc.url=r2dbc:h2:mem:///application?options=DB_CLOSE_DELAY=-1",
                "--ilana.migrate-on-start=true",
                "--spring.main.banner-mode=off")) {
            assertThat(get(USERS.count())).isZero();
            assertThat(context.getBean(ReactiveHealthContributorRegistry.class).getContributor("ilana"))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    void aDatabaseIsMadeOverTheFactoryAndJoinsItsTransactions(DatabaseKind kind) {
        try (TestDatabase database = database(kind)) {
            APP.withPropertyValues(r2dbc(database), "ilana.migrate-on-start=true")
                    .withUserConfiguration(AppMigrations.class)
                    .withBean(Signups.class)
                    .run(context -> {
                        Signups signups = context.getBean(Signups.class);
                        assertThat(get(signups.signUp("Ada")).isStored()).isTrue();
                        assertThatThrownBy(() -> get(signups.signUpAndFail("Bob")))
                                .hasMessage("no");

                        assertThat(get(USERS.query().pluck(User.NAME).collectList()))
                                .containsExactly("Ada");
                        assertThat(context.getBean(ConnectionFactory.class)).isInstanceOf(ConnectionPool.class);
                        assertThat(context.getBean(Database.class).dialect().name())
                                .isEqualToIgnoringCase(kind.name());
                    });
        }
    }

    @Test
    void aDriverOfTwoDatabasesIsToldWhichByAProperty() {
        try (TestDatabase database = database(DatabaseKind.MARIADB)) {
            APP.withPropertyValues(r2dbc(database).replace(":mariadb:", ":mysql:"), "ilana.dialect=mariadb")
                    .run(context -> {
                        assertThat(context.getBean(Database.class).dialect()).isEqualTo(Dialects.MARIADB);
                        assertThat(health(context, "database").getDetails().get("product"))
                                .asString()
                                .contains("MariaDB");
                    });
        }
    }

    @Test
    void withoutAFactoryAPoolIsMadeOfTheSameSettings() {
        try (TestDatabase database = database(DatabaseKind.POSTGRESQL)) {
            ALONE.withPropertyValues(
                            r2dbc(database), "spring.r2dbc.pool.max-size=3", "spring.r2dbc.pool.max-idle-time=5m")
                    .run(context -> {
                        assertThat(context).doesNotHaveBean(ConnectionFactory.class);
                        assertThat(health(context, "database").getDetails().get("pool"))
                                .asInstanceOf(InstanceOfAssertFactories.MAP)
                                .containsEntry("max", 3);
                    });
        }
    }

    @Test
    void whatIsSaidOfTheLibraryCountsFirst() {
        APP.withPropertyValues(
                        "spring.r2dbc.url=r2dbc:h2:mem:///theirs",
                        "spring.r2dbc.username=sa",
                        "ilana.url=h2:mem:ours",
                        "ilana.connections.default.pool.max=2")
                .run(context -> {
                    Database database = context.getBean(Database.class);
                    assertThat(database.where()).contains("ours");
                    assertThat(get(database.healthCheck()).pool())
                            .satisfies(pool -> assertThat(
                                            Objects.requireNonNull(pool).max())
                                    .isEqualTo(2));
                });
    }

    @Test
    void settingsAndCustomizersReachADatabaseOverAFactory() {
        // tag::customizer
        DatabaseCustomizer listening = builder -> builder.withListener(query -> heard.add(query.sql()));
        // end::customizer
        APP.withPropertyValues("spring.r2dbc.url=r2dbc:h2:mem:///heard", "ilana.cursor-key=too short")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessageContaining("cursor-key")
                        .hasMessageNotContaining("too short"));
        APP.withPropertyValues("spring.r2dbc.url=r2dbc:h2:mem:///heard")
                .withBean(DatabaseCustomizer.class, () -> listening)
                .run(context -> get(DB.select("select 1").collectList()));
        assertThat(heard).containsExactly("select 1");
    }

    @Test
    void itBacksOff() {
        Database own = Database.connect("h2:mem:own");
        APP.withPropertyValues("spring.r2dbc.url=r2dbc:h2:mem:///theirs")
                .withBean("own", Database.class, () -> own)
                .run(context -> {
                    assertThat(context).getBean(Database.class).isSameAs(own);
                    assertThat(get(DB.select("select 1").collectList())).hasSize(1);
                });
        APP.withPropertyValues("spring.r2dbc.url=r2dbc:h2:mem:///theirs", "ilana.enabled=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(Database.class)
                        .doesNotHaveBean(CompositeReactiveHealthContributor.class));
        ALONE.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Database.class));
        ALONE.withPropertyValues("ilana.url=h2:mem:unwell", "management.health.ilana.enabled=false")
                .run(context -> assertThat(context)
                        .hasSingleBean(Database.class)
                        .doesNotHaveBean(CompositeReactiveHealthContributor.class));
    }

    @Test
    void aKeyThatMeansNothingEndsTheStart() {
        ALONE.withPropertyValues("ilana.url=h2:mem:typo", "ilana.log.slwo=1s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessageContaining("log.slwo")
                        .hasMessageContaining("log.slow"));
    }

    @Test
    void variablesOfOtherProgramsAreNoMistake() {
        ALONE.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                        Map.of(
                                                "ILANA_URL",
                                                "h2:mem:variable",
                                                "ILANA_HOME",
                                                "/opt",
                                                "ilana.home",
                                                "/"))))
                .run(context ->
                        assertThat(context.getBean(Database.class).where()).contains("variable"));
    }

    @Test
    void healthHasPartsOfTheApplication() {
        ALONE.withPropertyValues("ilana.url=h2:mem:parts")
                .withBean(
                        "outbox",
                        HealthReporter.class,
                        () -> () -> Mono.just(new HealthReport("OUT_OF_SERVICE", Map.of("waiting", 3))))
                .run(context -> {
                    assertThat(health(context, "outbox").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                    assertThat(health(context, "outbox").getDetails()).isEqualTo(Map.of("waiting", 3));
                });
    }

    @Test
    void aFactoryOfAnUnknownDatabaseEndsTheStart() {
        ConnectionFactory unknown = new ConnectionFactory() {
            @Override
            public Mono<Connection> create() {
                return Mono.error(new IllegalStateException("it is not asked"));
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return () -> "Oracle Database";
            }
        };
        APP.withBean(ConnectionFactory.class, () -> unknown)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessageContaining("Oracle Database")
                        .hasMessageContaining("ilana.dialect"));
    }

    @Test
    void healthTellsADeadServerAndNoSecrets() {
        ALONE.withPropertyValues("ilana.url=postgresql://nobody:s3cret@localhost:1/none")
                .run(context -> {
                    Health health = health(context, "database");
                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.toString()).contains("localhost:1/none").doesNotContain("s3cret", "nobody");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL"})
    void healthTellsThePendingMigrations(DatabaseKind kind) {
        try (TestDatabase database = database(kind)) {
            ApplicationContextRunner app =
                    ALONE.withPropertyValues("ilana.url=" + database.url()).withUserConfiguration(AppMigrations.class);
            app.run(context -> {
                assertThat(health(context, "database").getStatus()).isEqualTo(Status.UP);
                Health migrations = health(context, "migrations");
                assertThat(migrations.getStatus()).isEqualTo(Status.UP);
                assertThat(migrations.getDetails())
                        .containsEntry("pending", 2)
                        .containsEntry(
                                "names",
                                List.of("M20261121_093000_CreateUsersTable", "M20261121_093100_CreateBlogTables"));
            });
            app.withPropertyValues("ilana.health.pending=OUT_OF_SERVICE").run(context -> {
                assertThat(health(context, "migrations").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                get(context.getBean(Migrator.class).migrate().collectList());
                assertThat(health(context, "migrations").getStatus()).isEqualTo(Status.UP);
                assertThat(health(context, "migrations").getDetails()).isEqualTo(Map.of("pending", 0));
            });
        }
    }

    @Test
    void migrationsRunAtTheStartOrEndIt() {
        ALONE.withPropertyValues("ilana.url=h2:mem:start", "ilana.migrate-on-start=true")
                .withUserConfiguration(AppMigrations.class)
                .run(context -> {
                    assertThat(get(USERS.count())).isZero();
                    assertThat(health(context, "migrations").getDetails()).isEqualTo(Map.of("pending", 0));
                });
        ALONE.withPropertyValues("ilana.url=postgresql://nobody:s3cret@localhost:1/none", "ilana.migrate-on-start=true")
                .withUserConfiguration(AppMigrations.class)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageNotContaining("s3cret"));
    }

    @Test
    void theHistoryIsWhereTheSettingsSay() {
        ALONE.withPropertyValues(
                        "ilana.url=h2:mem:history",
                        "ilana.migrate-on-start=true",
                        "ilana.migrations.table=shop_history")
                .withUserConfiguration(AppMigrations.class)
                .run(context ->
                        assertThat(get(DB.table("shop_history").count())).isEqualTo(2));
    }

    @Test
    void whatItHasMadeIsClosedWithTheContext() {
        try (TestDatabase database = database(DatabaseKind.POSTGRESQL)) {
            ALONE.withPropertyValues("ilana.url=" + database.url()).run(context -> {
                Database made = context.getBean(Database.class);
                assertThat(get(made.healthCheck()).up()).isTrue();
                context.getSourceApplicationContext().close();
                assertThat(get(made.healthCheck()).up()).isFalse();
            });
        }
    }

    @Test
    void contextsSideBySideKeepTheirDefaults() {
        ApplicationContextRunner first = ALONE.withPropertyValues("ilana.url=h2:mem:first");
        ApplicationContextRunner second = ALONE.withPropertyValues("ilana.url=h2:mem:second");
        first.run(one -> {
            second.run(two -> assertThat(where()).contains("second"));
            assertThat(where()).contains("first");
            second.run(two -> {
                one.getSourceApplicationContext().close();
                assertThat(where()).contains("second");
            });
        });
        assertThatThrownBy(SpringBootPageTest::where).isInstanceOf(NoDatabaseException.class);
    }

    @Test
    void aRequestRunsOnTheDatabaseOfItsOwnContext() {
        ReactiveWebApplicationContextRunner app = new ReactiveWebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DatabaseAutoConfiguration.class, RequestAutoConfiguration.class));
        app.withPropertyValues("ilana.url=h2:mem:first")
                .run(one -> app.withPropertyValues("ilana.url=h2:mem:second").run(two -> {
                    assertThat(requested(one)).contains("first");
                    assertThat(requested(two)).contains("second");
                }));
    }

    @Test
    void anApplicationWithoutRequestsHasNoFilter() {
        ALONE.withConfiguration(AutoConfigurations.of(RequestAutoConfiguration.class))
                .withPropertyValues("ilana.url=h2:mem:alone")
                .run(context -> assertThat(context).doesNotHaveBean(WebFilter.class));
    }

    /** Where a handler's statements of that context go. */
    private static String requested(ApplicationContext context) {
        AtomicReference<String> where = new AtomicReference<>("");
        HttpHandler handler = WebHttpHandlerBuilder.webHandler(exchange -> Mono.deferContextual(request -> {
                    where.set(Database.current(request).where());
                    return Mono.empty();
                }))
                .filters(filters ->
                        context.getBeanProvider(WebFilter.class).orderedStream().forEach(filters::add))
                .build();
        handler.handle(MockServerHttpRequest.get("/").build(), new MockServerHttpResponse())
                .block(PATIENCE);
        return Objects.requireNonNull(where.get());
    }

    @Test
    void whatCodeSaysIsTheDefaultAllTheSame() {
        Database said = Database.connect("h2:mem:said");
        ALONE.withPropertyValues("ilana.url=h2:mem:made").run(context -> {
            DB.setDefault(said);
            assertThat(where()).contains("said");
            Databases.clearDefault();
            assertThat(where()).contains("made");
        });
        said.close().block();
    }

    @Test
    void aLazyApplicationHasItAtOnce() {
        ALONE.withPropertyValues("ilana.url=h2:mem:lazy", "ilana.migrate-on-start=true")
                .withUserConfiguration(AppMigrations.class)
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> {
                    assertThat(where()).contains("lazy");
                    assertThat(get(USERS.count())).isZero();
                });
    }

    private static String where() {
        return get(Mono.deferContextual(
                context -> Mono.just(Database.current(context).where())));
    }
}
