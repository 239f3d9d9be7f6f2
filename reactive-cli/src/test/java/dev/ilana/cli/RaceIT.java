package dev.ilana.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.cli.Launcher.Outcome;
import dev.ilana.connection.Database;
import dev.ilana.testkit.contract.Feature;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/**
 * Many processes that migrate one database at the same time. Two rounds in every build; as many as the system property
 * {@code ilana.raceRounds} says for a soak, such as {@code -Dilana.raceRounds=50}.
 */
class RaceIT {

    private static final int PROCESSES = 8;
    private static final int ROUNDS = Integer.getInteger("ilana.raceRounds", 2);

    @TempDir
    private Path directory = Path.of(".");

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, auto", "MARIADB, auto", "POSTGRESQL, lease"})
    @Feature("19.2")
    void everyMigrationIsAppliedOnceAndTheOthersWaitOrGiveUp(DatabaseKind kind, String lock) throws Exception {
        Path migrations = Files.createDirectories(directory.resolve("database/migrations"));
        // A second row of one number would fail no statement, and be counted.
        Files.writeString(
                migrations.resolve("M20260101_000000_Runs.sql"),
                "create table runs (n int not null); insert into runs (n) values (1);");
        for (int i = 2; i <= 4; i++) {
            Files.writeString(
                    migrations.resolve("M2026010" + i + "_000000_Run.sql"), "insert into runs (n) values (" + i + ");");
        }
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                race(kind, lock, threads);
            }
        } finally {
            threads.shutdown();
        }
    }

    private void race(DatabaseKind kind, String lock, ExecutorService threads) throws Exception {
        try (TestDatabase database = TestServers.require(kind).createDatabase("race")) {
            Launcher ilana = Launcher.in(directory).with("DB_URL", database.url());
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                // Half of them have the patience to wait, the others hardly any.
                String patience = i % 2 == 0 ? "60" : "0";
                running.add(threads.submit(
                        // Eight JVMs on a small machine take their time to connect.
                        () -> ilana.run(
                                "migrate", "--lock", lock, "--lock-timeout", patience, "--connect-timeout", "60")));
            }
            int migrated = 0;
            for (Future<Outcome> one : running) {
                Outcome outcome = one.get();
                assertThat(outcome.exitCode()).as(outcome.err()).isIn(0, 3);
                if (outcome.exitCode() == 3) {
                    assertThat(outcome.err()).contains("another migrator is at work: ");
                    assertThat(outcome.out()).isEmpty();
                }
                migrated += (int) outcome.out().lines().count();
            }
            assertThat(migrated).isEqualTo(4);
            assertThat(numbers(database.url())).containsExactly(1, 2, 3, 4);
            Outcome status = ilana.run("migrate:status", "--check", "--connect-timeout", "60");
            assertThat(status.exitCode()).as(status.err()).isZero();
        }
    }

    private static List<Integer> numbers(String url) {
        return requireNonNull(Mono.usingWhen(
                        Mono.fromSupplier(() -> Database.connect(url)),
                        database -> DB.select("select n from runs order by n")
                                .map(row -> requireNonNull(row.get("n", Integer.class)))
                                .collectList()
                                .contextWrite(database.use()),
                        Database::close)
                .block());
    }
}
