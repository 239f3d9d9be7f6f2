package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                        "no migrations found; looked for .java files in " + migrations
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
                        no database: say which with --url, or in the environment as DB_URL
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
    void helpsAndTellsItsVersion() {
        assertThat(exec("--help").out()).contains("migrate", "migrate:rollback", "migrate:status");
        assertThat(exec("--version").out()).startsWith("ilana-r ");
        assertThat(exec("migrate", "--help").out()).contains("--url", "--path", "--classpath", "--verbose");
    }

    private record Outcome(int exitCode, String out, String err) {}

    private Outcome run(String command, String... options) {
        List<String> args = new ArrayList<>(List.of(command, "--url", url, "--path", migrations.toString()));
        args.addAll(List.of(options));
        return exec(args.toArray(String[]::new));
    }

    private static Outcome exec(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = IlanaR.commandLine()
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
