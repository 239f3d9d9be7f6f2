package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.cli.console.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code schema:dump}, and what the other commands make of the file. */
class DumpCommandTest {

    @TempDir
    private Path directory = Path.of(".");

    private Path migrations = directory;
    private Path file = directory;

    @BeforeEach
    void twoMigrationsApplied() throws IOException {
        migrations = Files.createDirectories(directory.resolve("database/migrations"));
        file = directory.resolve("database/schema/h2.sql");
        Files.writeString(migrations.resolve("M20260101_000000_Users.sql"), "create table users (id int primary key);");
        Files.writeString(migrations.resolve("M20260102_000000_Posts.up.sql"), "create table posts (id int);");
        Files.writeString(migrations.resolve("M20260102_000000_Posts.down.sql"), "drop table posts;");
        assertThat(run("app", "migrate").exitCode()).isZero();
    }

    private record Outcome(int exitCode, String out, String err) {}

    private Outcome run(String database, String... args) {
        Surroundings surroundings = new Surroundings(directory, Map.of(), question -> null);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                IlanaR.commandLine(surroundings).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(Stream.concat(
                        Stream.of(args),
                        Stream.of("--url", "h2:file:" + directory.resolve(database), "--path", migrations.toString()))
                .toArray(String[]::new));
        command.getOut().flush();
        return new Outcome(exitCode, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n").replaceAll("\\d+ ms", "N ms");
    }

    @Test
    void writesAFileThatMigrateLoadsIntoAnEmptyDatabase() throws IOException {
        assertThat(run("app", "schema:dump")).isEqualTo(new Outcome(0, "dumped  " + file + "  2 migrations\n", ""));
        assertThat(file).content().startsWith("""
                -- dump of H2, history in ilana_migrations
                -- has M20260101_000000_Users
                -- has M20260102_000000_Posts

                create table""");
        Files.writeString(migrations.resolve("M20260103_000000_Notes.sql"), "create table notes (id int);");

        assertThat(run("other", "migrate", "--pretend").out())
                .startsWith("-- dump\ncreate table")
                .endsWith("-- M20260103_000000_Notes up\ncreate table notes (id int);\n");
        assertThat(run("other", "migrate"))
                .isEqualTo(new Outcome(
                        0, "loaded  dump of 2 migrations  N ms\nmigrated  M20260103_000000_Notes  N ms\n", ""));
        assertThat(run("other", "migrate:status", "--check").exitCode()).isZero();
        assertThat(run("other", "migrate")).isEqualTo(new Outcome(0, "", "Nothing to migrate.\n"));
        assertThat(run("app", "migrate").out()).isEqualTo("migrated  M20260103_000000_Notes  N ms\n");

        assertThat(run("third", "migrate", "--no-dump").out().lines())
                .hasSize(3)
                .noneMatch(line -> line.contains("dump"));
        assertThat(run("other", "migrate:fresh").out()).contains("loaded  dump of 2 migrations  N ms\n");
        assertThat(run("fourth", "migrate", "--json").out())
                .startsWith("{\"event\":\"loaded\",\"migrations\":2,\"ms\":");
    }

    @Test
    void prunedFilesAreNotMissed() {
        assertThat(run("app", "schema:dump", "--prune", "--force").out().lines())
                .containsExactly(
                        "dumped  " + file + "  2 migrations",
                        "deleted  " + migrations.resolve("M20260101_000000_Users.sql"),
                        "deleted  " + migrations.resolve("M20260102_000000_Posts.down.sql"),
                        "deleted  " + migrations.resolve("M20260102_000000_Posts.up.sql"));
        assertThat(run("app", "migrate:status", "--check").exitCode()).isZero();
        assertThat(run("app", "migrate")).isEqualTo(new Outcome(0, "", "Nothing to migrate.\n"));
        assertThat(run("other", "migrate").out()).isEqualTo("loaded  dump of 2 migrations  N ms\n");
        assertThat(run("other", "migrate:rollback").err()).startsWith("can't roll back what is not there");
    }

    @Test
    void toStandardOutputItIsTheFileOrAnObjectAStatement() {
        Outcome plain = run("app", "schema:dump", "--output", "-");
        assertThat(plain.out())
                .startsWith("-- dump of H2, history in ilana_migrations\n")
                .endsWith(");\n");
        assertThat(plain.err()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(run("app", "schema:dump", "--output", "-", "--json").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"sql\":\""));
        Path elsewhere = directory.resolve("a/b.sql");
        assertThat(run("app", "schema:dump", "--json", "--output", elsewhere.toString())
                        .out())
                .isEqualTo("{\"event\":\"dumped\",\"file\":\"" + elsewhere + "\",\"migrations\":2,\"leftOut\":0}\n");
        assertThat(elsewhere).content().isEqualTo(plain.out());
    }

    @Test
    void whatIsLeftOutIsSaidAndKeepsTheFilesOfTheMigrations() throws IOException {
        Path view = migrations.resolve("M20260103_000000_View.sql");
        Files.writeString(view, "create view numbers as select id from users;");
        assertThat(run("app", "migrate").exitCode()).isZero();

        Outcome dump = run("app", "schema:dump", "--prune", "--force");
        assertThat(dump.exitCode()).isEqualTo(1);
        assertThat(dump.err()).isEqualTo("""
                        left out  view numbers
                        nothing was pruned: the dump leaves something out, so it can't stand for the migrations; write the SQL for it into the file
                        """);
        assertThat(view).exists();
        assertThat(run("other", "migrate").exitCode()).isEqualTo(1);
        assertThat(run("other", "migrate").err()).startsWith("the dump leaves out view numbers;");
        assertThat(run("other", "migrate", "--no-dump").exitCode()).isZero();
    }

    @Test
    void wrongUseAndAFileThatIsNoDumpAreRefused() throws IOException {
        assertThat(run("app", "schema:dump", "--prune", "--output", "-").exitCode())
                .isEqualTo(2);
        Files.createDirectories(directory.resolve("database/schema"));
        Files.writeString(file, "create table a (id int);");
        Outcome outcome = run("app", "migrate");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("this is no dump: its first line is not");
    }

    @Test
    void malformedPropertiesEndWithTwoAndTheKey() throws IOException {
        Files.writeString(directory.resolve("ilana.properties"), "migrations.lock = luck\n");
        assertThat(run("app", "migrate"))
                .isEqualTo(new Outcome(
                        2, "", "ilana.properties:1: migrations.lock must be auto, session or lease; it is \"luck\"\n"));
        assertThat(run("app", "migrate", "--table", "a b"))
                .extracting(Outcome::exitCode)
                .isEqualTo(2);
    }
}
