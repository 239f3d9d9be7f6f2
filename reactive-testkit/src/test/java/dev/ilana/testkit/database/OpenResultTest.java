package dev.ilana.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a driver does with a second statement while the result of the first is open on the same connection. No cursor of
 * ours leaves one open; a driver that changes here could be given the simpler way.
 */
class OpenResultTest {

    private static final int ROWS = 20_000;
    private static final int WINDOW = 50;

    @ParameterizedTest(name = "{0}, in a transaction: {1}, fetch size {2}")
    @CsvSource({
        "POSTGRESQL, false, 0",
        "POSTGRESQL, true, 50",
        "MARIADB, false, 0",
        "MARIADB, true, 50",
    })
    void aSecondStatementWaitsForTheEndOfTheResult(DatabaseKind kind, boolean inTransaction, int fetchSize) {
        assertThat(queried(kind, inTransaction, fetchSize).error()).isInstanceOf(TimeoutException.class);
    }

    @ParameterizedTest(name = "{0}, in a transaction: {1}, fetch size {2}")
    @CsvSource({"H2, false, 0", "H2, true, 50"})
    void aSecondStatementRunsBesideTheResult(DatabaseKind kind, boolean inTransaction, int fetchSize) {
        assertThat(queried(kind, inTransaction, fetchSize).windows()).isEqualTo(ROWS / WINDOW);
    }

    private record Queried(long windows, Throwable error) {}

    private static Queried queried(DatabaseKind kind, boolean inTransaction, int fetchSize) {
        try (TestDatabase test = TestServers.require(kind).createDatabase("open")) {
            Connection connection = connection(test.url());
            run(connection, "create table things (id int primary key, name varchar(200))");
            for (int from = 0; from < ROWS; from += 1_000) {
                List<String> rows = IntStream.range(from, from + 1_000)
                        .mapToObj(i -> "(" + i + ", '" + "x".repeat(150) + "')")
                        .toList();
                run(connection, "insert into things values " + String.join(", ", rows));
            }
            if (inTransaction) {
                Mono.from(connection.beginTransaction()).block();
            }
            Queried queried = Objects.requireNonNull(nested(connection, fetchSize)
                    .timeout(Duration.ofSeconds(4))
                    .map(windows -> new Queried(windows, new AssertionError("no error")))
                    .onErrorResume(error -> Mono.just(new Queried(0, error)))
                    .block());
            Mono.from(connection.close())
                    .timeout(Duration.ofSeconds(5))
                    .onErrorComplete()
                    .block();
            return queried;
        }
    }

    private static Mono<Long> nested(Connection connection, int fetchSize) {
        Statement statement = connection.createStatement("select id, name from things where id >= 0");
        return Flux.from(statement.fetchSize(fetchSize).execute())
                .concatMap(result -> result.map(row -> Objects.requireNonNull(row.get(0, Integer.class))))
                .buffer(WINDOW)
                .concatMap(
                        ids -> Flux.from(connection
                                        .createStatement("select count(*) from things where id = " + ids.get(0))
                                        .execute())
                                .concatMap(result -> result.map(row -> true))
                                .next(),
                        1)
                .count();
    }

    private static void run(Connection connection, String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .blockLast();
    }

    /** A connection as the driver opens it for us. */
    private static Connection connection(String url) {
        AtomicReference<ConnectionFactory> driver = new AtomicReference<>();
        Database.connect(url)
                .onDedicatedConnection(
                        factory -> {
                            driver.set(factory);
                            return factory;
                        },
                        database -> Mono.just(true))
                .blockLast();
        return Objects.requireNonNull(
                Mono.from(Objects.requireNonNull(driver.get()).create()).block());
    }
}
