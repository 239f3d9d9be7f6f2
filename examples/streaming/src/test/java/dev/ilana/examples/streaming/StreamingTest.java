package dev.ilana.examples.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.Runner;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.PrematureCloseException;

/** What clients of the exports get, and what the server holds meanwhile. */
class StreamingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SALES = 20_000;
    private static final Shop SHOP = new Shop(100, SALES);

    /** How many rows of {@link #SALES} may be on their way: a window or two, and what sockets hold. */
    private static final int ON_THE_WAY = 5_000;

    @Nested
    @DatabaseTest(DatabaseKind.H2)
    class OnH2 extends Exports {}

    @Nested
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    class OnPostgreSql extends Exports {

        private static final String CUT = "select pg_terminate_backend(pid) as cut from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()";

        @Test
        void whatBreaksOffIsNoWholeFile(Runner run) {
            serving(
                    run.database(),
                    port -> assertThat(run.error(HttpClient.create()
                                    .port(port)
                                    .option(ChannelOption.SO_RCVBUF, SlowClient.RECEIVE_BUFFER)
                                    .get()
                                    .uri("/sales.ndjson")
                                    .responseContent()
                                    .concatMap(text -> DB.select(CUT), 1)
                                    .then()))
                            .isInstanceOf(PrematureCloseException.class));
        }
    }

    abstract static class Exports {

        @BeforeEach
        void open(Runner run) {
            run.value(SHOP.open(run.database()));
            run.forgetStatements();
        }

        @Test
        void ndjsonHasEverySaleInOrderWithItsCustomer(Runner run) {
            List<String> articles = List.of("tea", "cup, large", "the \\\"good\\\" sugar", "lemon");
            String line = """
                    {"id":%d,"customer_id":%d,"article":"%s","price":%s,"customer":{"id":%2$d,"name":"Customer %2$d"}}""";

            serving(
                    run.database(),
                    port -> assertThat(body(port, "/sales.ndjson").lines())
                            .containsExactlyElementsOf(
                                    sales(n -> line.formatted(n + 1, customer(n), articles.get(n % 4), price(n)))));
            assertThat(windows(run)).isBetween(40L, 42L);
        }

        @Test
        void csvHasThemToo(Runner run) {
            List<String> articles = List.of("tea", "\"cup, large\"", "\"the \"\"good\"\" sugar\"", "lemon");
            String line = "%d,Customer %d,%s,%s";

            serving(
                    run.database(),
                    port -> assertThat(body(port, "/sales.csv").lines())
                            .startsWith("id,customer,article,price")
                            .hasSize(1 + SALES)
                            .containsSequence(
                                    sales(n -> line.formatted(n + 1, customer(n), articles.get(n % 4), price(n)))));
        }

        @Test
        void theServerReadsNoFurtherThanASlowClient(Runner run) {
            serving(run.database(), port -> {
                try (SlowClient client = new SlowClient(port)) {
                    for (int taken = 1_000; taken <= 3_000; taken += 1_000) {
                        assertThat(client.take(1_000)).hasSize(1_000);
                        assertThat(readWhenItWaits(run)).isLessThan(taken + ON_THE_WAY);
                    }
                    assertThat(client.take(SALES))
                            .hasSize(SALES - 3_000)
                            .last()
                            .asString()
                            .contains("\"id\":" + SALES + ",");
                }
            });
        }

        @Test
        void aClientThatHangsUpLeavesNoConnectionInUse(Runner run) {
            serving(run.database(), port -> {
                try (SlowClient client = new SlowClient(port)) {
                    assertThat(client.take(10)).hasSize(10);
                    assertThat(run.database().acquiredConnections()).isEqualTo(1);
                }
                run.assertNothingAcquired();
            });

            assertThat(windows(run) * ExportServer.WINDOW).isLessThan(ON_THE_WAY);
        }

        @Test
        void anExportMoreThanThereAreConnectionsIsToldSo(Runner run) {
            Database small = Database.builder(run.url())
                    .withPool(PoolSettings.DEFAULT.withMaxSize(1).withAcquireTimeout(Duration.ofMillis(100)))
                    .build();
            run.with(small, database -> {
                assertThat(run.get(database.healthCheck()).up())
                        .as("the connection is there")
                        .isTrue();
                serving(database, port -> {
                    try (SlowClient client = new SlowClient(port)) {
                        assertThat(client.take(1)).hasSize(1);
                        assertThat(status(port, "/sales.csv")).isEqualTo(503);
                    }
                });
            });
        }
    }

    private static void serving(Database database, IntConsumer work) {
        DisposableServer server =
                Objects.requireNonNull(new ExportServer(database).listen(0).block(PATIENCE));
        try {
            work.accept(server.port());
        } finally {
            server.disposeNow(PATIENCE);
        }
    }

    private static String body(int port, String path) {
        return Objects.requireNonNull(HttpClient.create()
                .port(port)
                .get()
                .uri(path)
                .responseContent()
                .aggregate()
                .asString()
                .block(PATIENCE));
    }

    private static int status(int port, String path) {
        return Objects.requireNonNull(HttpClient.create()
                .port(port)
                .get()
                .uri(path)
                .response()
                .map(response -> response.status().code())
                .block(PATIENCE));
    }

    /** How many sales were read at most, once the server asks for no more by itself. */
    private static long readWhenItWaits(Runner run) {
        long before;
        do {
            before = windows(run);
            pause();
        } while (windows(run) != before);
        return before * ExportServer.WINDOW;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static long windows(Runner run) {
        return run.statements().stream()
                .filter(sql -> sql.startsWith("fetch") || sql.contains("from \"sales\""))
                .filter(sql -> !sql.startsWith("declare"))
                .count();
    }

    private static List<String> sales(IntFunction<String> line) {
        return IntStream.range(0, SALES).mapToObj(line).toList();
    }

    private static int customer(int number) {
        return 1 + number % 100;
    }

    private static String price(int number) {
        return "%d.%02d".formatted(number / 100, number % 100);
    }
}
