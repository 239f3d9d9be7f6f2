package dev.ilana.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cli.Launcher.Outcome;
import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed in the middle of a migration, after each of its statements in turn. */
class KillIT {

    private static final int STATEMENTS = 4;

    @TempDir
    private Path directory = Path.of(".");

    private Path file = directory;

    @BeforeEach
    void project() throws Exception {
        file = Files.createDirectories(directory.resolve("database/migrations"))
                .resolve("M20260101_000000_Harbours.sql");
    }

    static Stream<Integer> statements() {
        return IntStream.rangeClosed(1, STATEMENTS).boxed();
    }

    /** The file with a pause after the statement of that number; without one at 0. */
    private static String pausedAfter(int number, String pause) {
        StringBuilder text = new StringBuilder();
        List<String> statements = List.of(
                "create table harbours (id int primary key)",
                "insert into harbours (id) values (1)",
                "create table ships (id int primary key)",
                "insert into ships (id) values (1)");
        for (int i = 0; i < statements.size(); i++) {
            text.append(statements.get(i)).append(";\n").append(number == i + 1 ? pause + ";\n" : "");
        }
        return text + "-- down\ndrop table ships; drop table harbours";
    }

    @ParameterizedTest
    @MethodSource("statements")
    void onPostgreSqlTheNextRunFindsNothingHalfDone(int number) throws Exception {
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("kill")) {
            Launcher ilana = Launcher.in(directory).with("DB_URL", database.url());
            Files.writeString(file, pausedAfter(number, "select pg_sleep(60)"));
            kill(ilana, database, "select count(*) as n from pg_stat_activity where query = 'select pg_sleep(60)'");

            Files.writeString(file, pausedAfter(0, ""));
            assertThat(ilana.run("migrate:status").out()).contains("M20260101_000000_Harbours  pending");
            Outcome next = ilana.run("migrate");
            assertThat(next.exitCode()).as(next.err()).isZero();
            assertThat(next.out()).startsWith("migrated  M20260101_000000_Harbours");
            assertThat(count(database, "select count(*) as n from ships")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void onMariaDbTheNextRunNamesWhatIsDirty(int number) throws Exception {
        try (TestDatabase database = TestServers.require(DatabaseKind.MARIADB).createDatabase("kill")) {
            Launcher ilana = Launcher.in(directory).with("DB_URL", database.url());
            Files.writeString(file, pausedAfter(number, "select sleep(60)"));
            kill(
                    ilana,
                    database,
                    "select count(*) as n from information_schema.processlist where info = 'select sleep(60)' and db ="
                            + " database()");

            Files.writeString(file, pausedAfter(0, ""));
            Outcome next = ilana.run("migrate");
            assertThat(next.exitCode()).isEqualTo(6);
            assertThat(next.err())
                    .startsWith("M20260101_000000_Harbours was being applied when its run was cut off: statement "
                            + (number + 1) + " may be done or not (select sleep(60)), the " + number + " before it ")
                    .contains("resolve it as applied or as rolled back");
            assertThat(ilana.run("migrate:status", "--check").exitCode()).isEqualTo(6);

            query(database, "drop table if exists harbours");
            query(database, "drop table if exists ships");
            assertThat(ilana.run("migrate:resolve", "--rolled-back", "M20260101_000000_Harbours")
                            .exitCode())
                    .isZero();
            assertThat(ilana.run("migrate").exitCode()).isZero();
            assertThat(ilana.run("migrate:rollback").exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anInterruptRollsBackFreesTheLockAndExitsWith130(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestServers.require(kind).createDatabase("interrupt")) {
            boolean postgresql = kind == DatabaseKind.POSTGRESQL;
            Launcher ilana = Launcher.in(directory).with("DB_URL", database.url());
            Files.writeString(file, postgresql ? "select 1; select pg_sleep(2)" : "select 1; select sleep(2)");
            Process process = ilana.start("migrate", "--lock", "lease");
            await(
                    database,
                    postgresql
                            ? "select count(*) as n from pg_stat_activity where query = 'select pg_sleep(2)'"
                            : "select count(*) as n from information_schema.processlist where info = 'select sleep(2)'");
            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        }
    }

    private static void kill(Launcher ilana, TestDatabase database, String isPaused) throws Exception {
        Process process = ilana.start("migrate");
        await(database, isPaused);
        assertThat(process.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
        // The server notices a client that is gone only when it next talks to it: an administrator ends the session.
        query(
                database,
                database.kind() == DatabaseKind.POSTGRESQL
                        ? "select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(60)' and"
                                + " datname = current_database() and pid <> pg_backend_pid()"
                        : "begin not atomic for p in (select id from information_schema.processlist where info = 'select"
                                + " sleep(60)' and db = database()) do kill p.id; end for; end");
    }

    private static void await(TestDatabase database, String isPaused) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (count(database, isPaused) > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the migration did not come to its pause");
    }

    private static long count(TestDatabase database, String sql) {
        return query(database, sql).get(0);
    }

    @CanIgnoreReturnValue
    private static List<Long> query(TestDatabase test, String sql) {
        Database database = Database.connect(test.url());
        try {
            return requireNonNull(Query.raw(sql)
                    .mapNotNull(row -> row.names().contains("n") ? row.get("n", Long.class) : null)
                    .collectList()
                    .contextWrite(database.use())
                    .block());
        } finally {
            database.close().block();
        }
    }
}
