package dev.ilana.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialects;
import dev.ilana.query.Query;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.SqlMigration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A migrator locks by its session only where the session is its connection's own, and behind a proxy by a lease. */
class PooledProxyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int RACERS = 6;

    private static final List<SqlMigration> MIGRATIONS = IntStream.rangeClosed(1, 4)
            .mapToObj(n -> SqlMigration.of(
                    "M2026010" + n + "_000000_Run",
                    "create table if not exists runs (n int not null); insert into runs (n) values (" + n + ");",
                    "delete from runs where n = " + n))
            .toList();

    /** Tells how many leases there were while it ran. */
    private static final SqlMigration COUNTING = SqlMigration.of(
            "M20260109_000000_Count",
            "create table leases as select count(*)::int as n from pg_tables where tablename = 'ilana_migrations_lock'",
            "drop table leases");

    @Test
    void aSessionOfTheConnectionsOwnIsLocked() {
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("direct")) {
            assertThat(leases(Database.connect(database.url()))).isZero();
            assertThat(leases(Database.of(factory(database), Dialects.POSTGRESQL)))
                    .isZero();
        }
    }

    /** What a proxy says to a session for its clients has another source than what the session has begun with. */
    @Test
    void aSessionThatBeganWithAnotherConnectionIsNotLocked() {
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("forwarded")) {
            ConnectionFactory driver = factory(database);
            ConnectionFactory forwarding = new ConnectionFactory() {
                @Override
                public Publisher<? extends Connection> create() {
                    return Mono.from(driver.create())
                            .delayUntil(connection -> Flux.from(connection
                                            .createStatement("set extra_float_digits = 3")
                                            .execute())
                                    .concatMap(Result::getRowsUpdated));
                }

                @Override
                public ConnectionFactoryMetadata getMetadata() {
                    return driver.getMetadata();
                }
            };
            assertThat(leases(Database.of(forwarding, Dialects.POSTGRESQL))).isEqualTo(1);
        }
    }

    private static ConnectionFactory factory(TestDatabase database) {
        return ConnectionFactories.get("r2dbc:" + database.url());
    }

    /** How many leases there are while a migrator runs; closes the database. */
    private static @Nullable Integer leases(Database database) {
        Migrator migrator = Migrator.of(database, List.of(COUNTING));
        return Flux.usingWhen(
                        Mono.just(database),
                        db -> migrator.migrate()
                                .thenMany(Query.table("leases").on(db).<Integer>pluck("n", Integer.class))
                                .concatWith(migrator.rollback().thenMany(Flux.empty())),
                        Database::close)
                .blockLast(PATIENCE);
    }

    @ParameterizedTest(name = "sessions: {0}")
    @ValueSource(ints = {1, 4})
    void ofManyAtOnceOneMigratesBehindPgBouncer(int sessions) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "pgbouncer"))),
                "no pgbouncer on the PATH");
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("proxied")) {
            int port = Machine.freePort();
            ServerProcess proxy = started(database, port, sessions);
            try {
                URI direct = URI.create(database.url());
                // The driver's statements have names, which this proxy does not know in another session.
                String url = "r2dbc:postgresql://" + direct.getUserInfo() + "@127.0.0.1:" + port + direct.getPath()
                        + "?preparedStatementCacheQueries=0";
                Readiness.await(url, PATIENCE, proxy::alive);
                race(url, database.url());
            } finally {
                proxy.stop();
            }
        }
    }

    private static void race(String url, String direct) {
        List<Finished> finished = Flux.range(0, RACERS)
                .flatMap(
                        i -> using(
                                url,
                                database -> Migrator.of(database, MIGRATIONS).migrate()),
                        RACERS)
                .ofType(Finished.class)
                .collectList()
                .block(PATIENCE);
        List<Integer> runs = using(
                        direct,
                        database ->
                                Query.table("runs").on(database).orderBy("n").<Integer>pluck("n", Integer.class))
                .collectList()
                .block(PATIENCE);

        assertThat(finished).hasSize(MIGRATIONS.size());
        assertThat(runs).containsExactly(1, 2, 3, 4);
    }

    private static <T> Flux<T> using(String url, Function<Database, Flux<T>> work) {
        return Flux.usingWhen(Mono.fromSupplier(() -> Database.connect(url)), work, Database::close);
    }

    private static ServerProcess started(TestDatabase database, int port, int sessions) throws Exception {
        URI server = URI.create(database.url());
        String account = server.getUserInfo();
        int colon = account.indexOf(':');
        Path directory = DataDirectory.create("pgbouncer");
        Path settings = DataDirectory.write(directory, "pgbouncer.ini", """
                [databases]
                * = host=%s port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.getHost(),
                        server.getPort(),
                        account.substring(0, colon),
                        account.substring(colon + 1),
                        port,
                        sessions));
        Unprivileged unprivileged = Unprivileged.find();
        unprivileged.own(directory, settings);
        return ServerProcess.start(directory, "INT", unprivileged.command(List.of("pgbouncer", settings.toString())));
    }
}
