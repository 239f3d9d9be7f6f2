package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cli.console.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a shell would run them, against an H2 database in a file. */
class IlanaRTest {

    @TempDir
    private Path directory = Path.of(".");

    private Path migrations = directory;
    private String url = "";

    @BeforeEach
    void emptyProject() throws IOException {
        migrations = Files.createDirectories(directory.resolve("database/migrations"));
        url = "h2:file:" + directory.resolve("app");
    }

    @Test
    void migratesShowsTheStatusAndRollsBack() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        write("M20260102_000000_CreatePosts", creating("posts"));

        Outcome status = run("migrate:status");
        assertThat(status.out()).isEqualTo("""
                        Migration                     Status   Batch  Applied at
                        M20260101_000000_CreateUsers  pending  -      -
                        M20260102_000000_CreatePosts  pending  -      -
                        """);

        Outcome migrate = run("migrate");
        assertThat(migrate.err()).isEmpty();
        assertThat(migrate.exitCode()).isZero();
        assertThat(withoutTimes(migrate.out())).isEqualTo("""
                        migrated  M20260101_000000_CreateUsers  N ms
                        migrated  M20260102_000000_CreatePosts  N ms
                        """);
        assertThat(run("migrate")).isEqualTo(new Outcome(0, "", "Nothing to migrate.\n"));

        assertThat(withoutTimes(run("migrate:status").out())).isEqualTo("""
                        Migration                     Status   Batch  Applied at
                        M20260101_000000_CreateUsers  applied  1      TIME
                        M20260102_000000_CreatePosts  applied  1      TIME
                        """);

        assertThat(withoutTimes(run("migrate:rollback", "--step", "1").out()))
                .isEqualTo("rolled back  M20260102_000000_CreatePosts  N ms\n");
        assertThat(withoutTimes(run("migrate:rollback").out()))
                .isEqualTo("rolled back  M20260101_000000_CreateUsers  N ms\n");
        assertThat(run("migrate:rollback")).isEqualTo(new Outcome(0, "", "Nothing to roll back.\n"));
    }

    @Test
    void aMigrationThatIsGoneIsShownAndNotRolledBack() throws IOException {
        Path users = write("M20260101_000000_CreateUsers", creating("users"));
        write("M20260102_000000_CreatePosts", creating("posts"));
        assertThat(run("migrate").exitCode()).isZero();
        Files.delete(users);
        assertThat(run("migrate:status").out()).contains("M20260101_000000_CreateUsers  missing  1");
        assertThat(run("migrate:rollback"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "can't roll back what is not there: the database has M20260101_000000_CreateUsers applied, but no"
                                + " such class was given; nothing was rolled back\n"));
    }

    @Test
    void aFailureNamesTheMigrationAndTheStatement() throws IOException {
        write("M20260101_000000_Broken", "return schema.raw(\"select nope\");");
        Outcome outcome = run("migrate");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("M20260101_000000_Broken failed to migrate: ")
                .endsWith("; SQL: select nope\n")
                .doesNotContain("\tat ");
        assertThat(run("migrate", "--verbose").err()).contains("\tat dev.ilana.");
    }

    @Test
    void aSourceThatDoesNotCompileIsNamedWithItsLine() throws IOException {
        Path file = write("M20260101_000000_Broken", "return nonsense;");
        Outcome outcome = run("migrate");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("the migrations do not compile:\n" + file + ":8: cannot find symbol\n")
                .contains("variable nonsense");
    }

    @Test
    void aSourceWithABadNameIsRefused() throws IOException {
        write("CreateUsers", creating("users"));
        Outcome outcome = run("migrate");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("\"CreateUsers\" is no migration's name; one looks like M2026");
    }

    @Test
    void sayWhereItLookedWhenThereIsNothing() {
        assertThat(run("migrate"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "no migrations found; looked for .java and .sql files in " + migrations
                                + ", and no --classpath was given\n"));
    }

    @Test
    void takesClassesFromTheClasspath() throws IOException {
        Path file = write("M20260101_000000_CreateUsers", creating("users"));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        file.toString());
        assertThat(compiled).isZero();
        Files.delete(file);
        assertThat(withoutTimes(
                        run("migrate", "--classpath", classes.toString()).out()))
                .isEqualTo("migrated  M20260101_000000_CreateUsers  N ms\n");
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertThat(exec("migrate")).isEqualTo(new Outcome(2, "", """
                        there is no connection "default"; say where it is by connections.default.url, or in the environment by DB_URL
                        Try 'ilana-r migrate --help'.
                        """));
        assertThat(exec("migrate", "--url", "postgresql://me:secret@host").exitCode())
                .isEqualTo(2);
        assertThat(exec("migrate", "--url", "postgresql://me:secret@host").err())
                .contains("names no database")
                .doesNotContain("secret");
        assertThat(exec("migrate", "--url", "sqlite:x").err()).contains("H2");
        assertThat(run("migrate:rollback", "--step", "0").err())
                .isEqualTo("--step must be at least 1, not 0\nTry 'ilana-r migrate:rollback --help'.\n");
        assertThat(exec("nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void aServerThatIsNotThereFailsWithoutThePassword() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        Outcome outcome =
                exec("migrate", "--url", "postgresql://me:secret@127.0.0.1:1/app", "--path", migrations.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("127.0.0.1:1/app").doesNotContain("secret");
    }

    @Test
    void anUnknownCommandGetsTheNearest() {
        Outcome unknown = exec("migrat");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .startsWith("Unmatched argument at index 0: 'migrat'\nDid you mean: ilana-r migrate")
                .endsWith("?\nTry 'ilana-r --help'.\n");
        assertThat(exec("make:modle", "Tag").err()).contains("Did you mean: ilana-r make:model");
        assertThat(exec("migrate", "--ulr", "h2:mem:app").err()).startsWith("Unknown option");
    }

    @Test
    void brokenSettingsAreNamedWithTheirLine() throws IOException {
        Surroundings here = new Surroundings(directory, Map.of(), question -> null);
        Path file = directory.resolve("ilana.yml");
        Files.writeString(file, "connections:\n  main: {url: 'h2:mem:app'\n");
        Outcome broken = execIn(here, "migrate");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).matches("(?s).*ilana\\.yml:\\d+: this is no YAML; .*");
        Files.writeString(file, "connections:\n  main:\n    ulr: h2:mem:app\n");
        assertThat(execIn(here, "migrate").err()).contains("ilana.yml:3: there is no key", "did you mean");
    }

    @Test
    void anUnknownConnectionNamesThoseThatThereAre() throws IOException {
        Surroundings here = new Surroundings(
                directory, Map.of("DB_LOST_URL", "nonsense", "DB_FOUND_URL", "h2:mem:found"), question -> null);
        Files.writeString(directory.resolve("ilana.yml"), """
                connections: {main: {url: 'h2:mem:main'}, audit: {url: 'h2:mem:audit'}, broken: {driver: h2}}
                """);
        assertThat(execIn(here, "migrate:unlock", "--connection", "adit"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "there is no connection \"adit\"; say where it is by connections.adit.url, or in the"
                                + " environment by DB_ADIT_URL; there are audit, broken, main\n"
                                + "Try 'ilana-r migrate:unlock --help'.\n"));
        assertThat(execIn(here, "migrate:unlock", "--connection", "found").exitCode())
                .isZero();
        for (String wrong : List.of("lost", "broken")) {
            assertThat(execIn(here, "migrate:unlock", "--connection", wrong))
                    .satisfies(outcome -> assertThat(outcome.exitCode()).isEqualTo(2))
                    .satisfies(outcome -> assertThat(outcome.err()).doesNotContain("there are"));
        }
    }

    @Test
    void helpsAndTellsItsVersion() {
        assertThat(exec("--help").out()).contains("migrate", "migrate:rollback", "migrate:status");
        assertThat(exec("--version").out()).startsWith("ilana-r ");
        assertThat(exec("migrate", "--help").out()).contains("--url", "--path", "--classpath", "--verbose");
    }

    @Test
    void takesSqlFilesInBothForms() throws IOException {
        Files.writeString(migrations.resolve("M20260101_000000_CreateUsers.sql"), """
                        -- up
                        create table users (id int primary key, name varchar(20) default 'a; b');
                        -- down
                        drop table users;
                        """);
        Files.writeString(
                migrations.resolve("M20260102_000000_CreatePosts.up.sql"), "create table posts (id int primary key)");
        Files.writeString(migrations.resolve("M20260102_000000_CreatePosts.down.sql"), "drop table posts");
        assertThat(run("migrate:list").out()).isEqualTo("""
                        Migration                     Source  Transaction
                        M20260101_000000_CreateUsers  sql     yes
                        M20260102_000000_CreatePosts  sql     yes
                        """);
        assertThat(withoutTimes(run("migrate").out())).isEqualTo("""
                        migrated  M20260101_000000_CreateUsers  N ms
                        migrated  M20260102_000000_CreatePosts  N ms
                        """);
        assertThat(withoutTimes(run("migrate:reset").out())).isEqualTo("""
                        rolled back  M20260102_000000_CreatePosts  N ms
                        rolled back  M20260101_000000_CreateUsers  N ms
                        """);
        Files.delete(migrations.resolve("M20260102_000000_CreatePosts.up.sql"));
        assertThat(run("migrate").err()).endsWith(" has no M20260102_000000_CreatePosts.up.sql beside it\n");
    }

    @Test
    void pretendingPrintsTheSqlAndNothingElse() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        Outcome outcome = run("migrate", "--pretend");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("-- M20260101_000000_CreateUsers up\ncreate table ")
                .endsWith(";\n");
        assertThat(run("migrate:status").out()).contains("M20260101_000000_CreateUsers  pending");
    }

    @Test
    void choosesMigrationsAndBatches() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        write("M20260102_000000_CreatePosts", creating("posts"));
        assertThat(withoutTimes(
                        run("migrate", "--to", "M20260101_000000_CreateUsers").out()))
                .isEqualTo("migrated  M20260101_000000_CreateUsers  N ms\n");
        assertThat(run("migrate", "--only", "M20260109_000000_Nothing").err())
                .startsWith("no migration M20260109_000000_Nothing is given; those are M20260101_000000_CreateUsers");
        assertThat(run("migrate").exitCode()).isZero();
        assertThat(withoutTimes(run("migrate:rollback", "--batch", "1").out()))
                .isEqualTo("rolled back  M20260101_000000_CreateUsers  N ms\n");
        assertThat(run("migrate:rollback", "--batch", "1", "--step", "1").exitCode())
                .isEqualTo(2);
        assertThat(run("migrate").exitCode()).isEqualTo(1);
        assertThat(run("migrate").err()).startsWith("M20260101_000000_CreateUsers would run out of order: ");
        assertThat(run("migrate", "--allow-out-of-order").exitCode()).isZero();
        assertThat(withoutTimes(run("migrate:refresh").out())).hasLineCount(4);
        assertThat(withoutTimes(run("migrate:fresh").out())).hasLineCount(5).contains("dropped  table users\n");
        assertThat(run("db:wipe").out())
                .contains("dropped  table posts\n")
                .contains("dropped  table ilana_migrations\n");
        assertThat(run("db:wipe")).isEqualTo(new Outcome(0, "", "The database is empty.\n"));
    }

    @Test
    void jsonIsOneObjectALine() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        assertThat(run("migrate:status", "--json").out())
                .isEqualTo("{\"migration\":\"M20260101_000000_CreateUsers\",\"status\":\"pending\",\"batch\":null,"
                        + "\"appliedAt\":null,\"note\":null}\n");
        assertThat(run("migrate", "--json").out().replaceAll("\\d+}", "N}"))
                .isEqualTo("{\"event\":\"migrated\",\"migration\":\"M20260101_000000_CreateUsers\",\"ms\":N}\n");
        assertThat(run("migrate", "--json")).isEqualTo(new Outcome(0, "", "Nothing to migrate.\n"));
        assertThat(run("migrate:list", "--json").out())
                .isEqualTo(
                        "{\"migration\":\"M20260101_000000_CreateUsers\",\"source\":\"java\",\"transaction\":true}\n");
    }

    @Test
    void checkTellsHowThingsStandByItsExitCode() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        assertThat(run("migrate:status", "--check").exitCode()).isEqualTo(4);
        assertThat(run("migrate").exitCode()).isZero();
        assertThat(run("migrate:status", "--check").exitCode()).isZero();

        write("M20260101_000000_CreateUsers", creating("people"));
        assertThat(run("migrate:status", "--check").exitCode()).isEqualTo(5);
        assertThat(run("migrate").exitCode()).isEqualTo(5);
        assertThat(run("migrate:resolve", "--applied", "M20260101_000000_CreateUsers")
                        .out())
                .isEqualTo("resolved  M20260101_000000_CreateUsers  applied\n");
        assertThat(run("migrate:status", "--check").exitCode()).isZero();

        write(
                "M20260102_000000_CreatePosts",
                "return schema.create(\"posts\", t -> t.id()).then(schema.raw(\"select nope\"));");
        assertThat(run("migrate").exitCode()).isEqualTo(1);
        Outcome dirty = run("migrate");
        assertThat(dirty.exitCode()).isEqualTo(6);
        assertThat(dirty.err())
                .startsWith(
                        "M20260102_000000_CreatePosts failed while it was applied: statement 2 failed (select nope), the 1"
                                + " before it is done");
        assertThat(run("migrate:status", "--check").exitCode()).isEqualTo(6);
        assertThat(run("migrate:resolve").exitCode()).isEqualTo(2);
        assertThat(run("migrate:resolve", "--rolled-back", "M20260102_000000_CreatePosts")
                        .exitCode())
                .isZero();
        assertThat(run("migrate:status", "--check").exitCode()).isEqualTo(4);
    }

    @Test
    void whatIsNoProperMigrationIsRefused() throws IOException {
        Path file = write("M20260101_000000_CreateUsers", creating("users"));
        String source = Files.readString(file);
        Files.writeString(file, source.replace("public final class", "final class"));
        assertThat(run("migrate"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "the migration M20260101_000000_CreateUsers must be public, and so must its constructor without"
                                + " parameters\n"));
        Files.writeString(
                file,
                source.replace(
                        "implements Migration {",
                        "implements Migration { public M20260101_000000_CreateUsers(int n) {}"));
        assertThat(run("migrate").err())
                .isEqualTo("the migration M20260101_000000_CreateUsers needs a constructor without parameters\n");
        Files.writeString(
                file,
                source.replace(
                        "return schema.create",
                        "if (true) throw new IllegalStateException(\"oh\"); return schema.create"));
        assertThat(run("migrate").err()).isEqualTo("M20260101_000000_CreateUsers failed to migrate: oh\n");
        Files.writeString(file, source);
        Files.writeString(migrations.resolve("M20260101_000000_Other.sql"), "select 1");
        assertThat(run("migrate"))
                .satisfies(outcome -> assertThat(outcome.exitCode()).isEqualTo(1))
                .satisfies(
                        outcome -> assertThat(outcome.err()).contains("have the same time; give one of them another"));
        Files.delete(migrations.resolve("M20260101_000000_Other.sql"));
        Files.writeString(migrations.resolve("M20260102_000000_Open.sql"), "select 1;\nselect 'open");
        assertThat(run("migrate"))
                .isEqualTo(new Outcome(
                        1, "", "M20260102_000000_Open: line 2, column 8: a ' is opened here and never closed\n"));
        Files.delete(migrations.resolve("M20260102_000000_Open.sql"));
        assertThat(run("migrate:status").out()).contains("M20260101_000000_CreateUsers  pending");
    }

    @Test
    void lintSaysWhatIsUnsafeAndRunsNothing() throws IOException {
        Files.writeString(migrations.resolve("M20260101_000000_Drop.sql"), "alter table users drop column age");
        Outcome outcome = run("migrate", "--lint");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("M20260101_000000_Drop: drop-column: the old version of the program");
        write("M20260102_000000_CreateUsers", creating("users"));
        Files.delete(migrations.resolve("M20260101_000000_Drop.sql"));
        assertThat(run("migrate", "--lint")).isEqualTo(new Outcome(0, "", "Nothing unsafe.\n"));
    }

    @Test
    void refreshTakesBackWhatIsChosenAndAppliesIt() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        write("M20260102_000000_CreatePosts", creating("posts"));
        assertThat(run("migrate", "--step").exitCode()).isZero();
        String posts = """
                rolled back  M20260102_000000_CreatePosts  N ms
                migrated  M20260102_000000_CreatePosts  N ms
                """;
        for (List<String> chosen : List.of(
                List.of("--step", "1"), List.of("--to", "M20260101_000000_CreateUsers"), List.of("--batch", "2"))) {
            assertThat(withoutTimes(run("migrate:refresh", chosen.toArray(String[]::new))
                            .out()))
                    .as("refresh %s", chosen)
                    .isEqualTo(posts);
        }
        assertThat(run("migrate:refresh").out().lines()).hasSize(4);
        assertThat(run("migrate:refresh", "--pretend", "--step", "1").out())
                .startsWith(
                        "-- M20260102_000000_CreatePosts down\ndrop table \"posts\";\n-- M20260102_000000_CreatePosts up\n");
        assertThat(run("migrate:refresh", "--step", "1", "--batch", "1").err())
                .startsWith("--step, --to and --batch exclude each other\n");
        assertThat(run("migrate:refresh", "--step", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void theHistoryIsInTheSchemaThatIsNamed() throws IOException {
        write("M20260101_000000_CreateUsers", creating("users"));
        assertThat(run("migrate", "--schema", "ops").exitCode()).isZero();
        assertThat(run("migrate:status", "--schema", "ops", "--check").exitCode())
                .isZero();
        assertThat(run("migrate:status", "--check").exitCode())
                .as("another history")
                .isEqualTo(4);
        assertThat(run("db:wipe", "--schema", "ops").out())
                .isEqualTo("dropped  table users\ndropped  table ops.ilana_migrations\n");
        assertThat(run("migrate", "--schema", "a.b"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "--schema is a name of letters, digits and _, not a.b\nTry 'ilana-r migrate --help'.\n"));
    }

    @Test
    void nobodyHoldsALockThatNobodyTook() throws IOException {
        assertThat(run("migrate:unlock")).isEqualTo(new Outcome(0, "", "Nobody holds the lock.\n"));
        assertThat(run("migrate:unlock", "--lock", "luck").exitCode()).isEqualTo(2);
    }

    private record Outcome(int exitCode, String out, String err) {}

    private Outcome run(String command, String... options) {
        List<String> args = new ArrayList<>(List.of(command, "--url", url, "--path", migrations.toString()));
        args.addAll(List.of(options));
        return exec(args.toArray(String[]::new));
    }

    private Outcome exec(String... args) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        return execIn(new Surroundings(directory, environment, Surroundings.OF_PROCESS.terminal()), args);
    }

    private static Outcome execIn(Surroundings surroundings, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = IlanaR.commandLine(surroundings)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int exitCode = command.execute(args);
        command.getOut().flush();
        command.getErr().flush();
        return new Outcome(exitCode, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+ ms", "N ms").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "TIME");
    }

    private static String creating(String table) {
        return "return schema.create(\"" + table + "\", t -> { t.id(); t.timestamps(); });";
    }

    @CanIgnoreReturnValue
    private Path write(String name, String up) throws IOException {
        String table = up.contains("posts") ? "posts" : "users";
        String source = """
                import dev.ilana.schema.build.Schema;
                import dev.ilana.schema.migrate.Migration;
                import org.reactivestreams.Publisher;

                public final class %s implements Migration {
                    @Override
                    public Publisher<?> up(Schema schema) {
                        %s
                    }

                    @Override
                    public Publisher<?> down(Schema schema) {
                        return schema.drop("%s");
                    }
                }
                """;
        return Files.writeString(migrations.resolve(name + ".java"), source.formatted(name, up, table));
    }
}
