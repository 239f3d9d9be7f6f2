package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.cli.Launcher.Outcome;
import dev.ilana.testkit.contract.Feature;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tinker} on servers, from the jar: snippets are compiled against what is in it. */
class TinkerIT {

    private static final String USER = """
            package shop;

            import dev.ilana.Table;
            import dev.ilana.model.*;

            public final class User extends Model<User> {
                public static final Table<User> USERS = Table.of("users", User::new);
                public static final Column<User, Long> ID = USERS.id();
                public static final Column<User, String> NAME = USERS.string("name").maxLength(80);

                public User() {
                    super(USERS);
                }
            }
            """;

    @TempDir
    private Path directory = Path.of(".");

    private Launcher project(String url) throws Exception {
        Path models = Files.createDirectories(directory.resolve("database/models/shop"));
        Files.writeString(models.resolve("User.java"), USER);
        Launcher launcher = Launcher.in(directory).with("DB_URL", url);
        Outcome made = launcher.run("schema:ensure", "--models");
        assertThat(made.exitCode()).as(made.err()).isZero();
        return launcher;
    }

    private static void runs(Launcher project) throws Exception {
        assertThat(project.run(
                        "tinker",
                        "-e",
                        "import static shop.User.*;",
                        "-e",
                        "USERS.create(NAME.to(\"Ada\"))",
                        "-e",
                        "USERS.where(NAME.eq(\"Ada\")).get()",
                        "-e",
                        "DB.transaction(() -> USERS.create(NAME.to(\"Eve\")).then(Mono.error(new Exception(\"no\"))))"))
                .isEqualTo(new Outcome(
                        1, "id  name\n1   Ada\nid  name\n1   Ada\n", "--eval:1: java.lang.Exception: no\n"));
        assertThat(project.run("tinker", "--json", "-e", "User.USERS.query().get()"))
                .isEqualTo(new Outcome(0, "[{\"id\":1,\"name\":\"Ada\"}]\n", ""));
    }

    /** In a transaction that waits for ever. */
    private static void isCancelled(Launcher project) throws Exception {
        Process process = project.start(
                "tinker",
                "-e",
                "import static shop.User.*;",
                "-e",
                "DB.transaction(() -> USERS.create(NAME.to(\"Gone\")).then(Mono.fromRunnable(() -> {"
                        + " try { java.nio.file.Files.createFile(java.nio.file.Path.of(\"begun\")); }"
                        + " catch (java.io.IOException e) { throw new IllegalStateException(e); } })).then(Mono.never()))");
        Path begun = project.directory().resolve("begun");
        for (int i = 0; i < 600 && !Files.exists(begun); i++) {
            Thread.sleep(100);
        }
        assertThat(begun).exists();
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(project.run("tinker", "-e", "User.USERS.where(User.NAME.eq(\"Gone\")).count()"))
                .isEqualTo(new Outcome(0, "0\n", ""));
    }

    @Test
    void onH2() throws Exception {
        Launcher project = project("h2:file:" + directory.resolve("app"));
        runs(project);
        isCancelled(project);
    }

    @Test
    @Feature("19.4")
    void onPostgreSql() throws Exception {
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("tinker")) {
            Launcher project = project(database.url());
            runs(project);
            isCancelled(project);
        }
    }

    @Test
    @Feature("19.4")
    void onMariaDb() throws Exception {
        try (TestDatabase database = TestServers.require(DatabaseKind.MARIADB).createDatabase("tinker")) {
            Launcher project = project(database.url());
            runs(project);
            isCancelled(project);
        }
    }
}
