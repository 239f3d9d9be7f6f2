package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cli.InProcess.Outcome;
import dev.ilana.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code setup} writes is what the other commands go by. */
class SetupCommandTest {

    private static final String NEXT = "Next: ilana-r migrate, and ilana-r migrate:status\n";

    @TempDir
    private Path directory = Path.of(".");

    private InProcess ilana = new InProcess(directory);

    @BeforeEach
    void project() {
        ilana = new InProcess(directory);
    }

    @CanIgnoreReturnValue
    private List<String> setup(String... options) {
        Outcome outcome =
                ilana.run(Stream.concat(Stream.of("setup"), Stream.of(options)).toArray(String[]::new));
        assertThat(outcome.err()).endsWith(NEXT);
        assertThat(outcome.exitCode()).isZero();
        return outcome.out()
                .lines()
                .map(line -> line.replace("DIR/", "").replaceAll("M\\d{8}_\\d{6}_", "M_"))
                .toList();
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("database/migrations"))) {
            return files.toList();
        }
    }

    private Configuration read() {
        return Configuration.read(directory, Map.of());
    }

    @Test
    void whatIsWrittenIsMigratedAndShownAsApplied() {
        assertThat(setup())
                .containsExactly(
                        "made  ilana.yml",
                        "made  .env.example",
                        "made  database/migrations/M_CreateUsersTable.java",
                        "made  database/seeders/.gitkeep",
                        "made  database/factories/.gitkeep",
                        "made  database/models/.gitkeep",
                        "made  .gitignore");
        assertThat(ilana.run("migrate").out()).matches("migrated  M\\w+_CreateUsersTable  N ms\n");
        assertThat(ilana.run("migrate:status", "--check").out()).contains("_CreateUsersTable  applied");
        ilana.byHand("insert into users (name, email, password) values ('Ada', 'ada@example.org', '-')");
        assertThat(ilana.values("users", "email_verified_at")).containsExactly("null");
        assertThat(ilana.run("migrate:rollback").err()).isEmpty();
    }

    @Test
    void aModelOfItsFirstTableLeavesTheMigration() {
        setup();
        Outcome model = ilana.run("make:model", "User", "-m");
        assertThat(model.exitCode()).isZero();
        assertThat(model.out()).matches("""
                        made  DIR/database/models/User.java
                        left  M\\w+_CreateUsersTable, which creates users already
                        """);
        assertThat(ilana.run("migrate").err()).isEmpty();
        assertThat(ilana.run("migrate:status", "--check").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "h2, file:./database/app, , ",
        "postgresql, app, localhost, 5432",
        "mariadb, app, localhost, 3306",
        "MySQL, app, localhost, 3306"
    })
    void theSettingsAreReadAsTheyAreMeantInBothFormats(String driver, String database, String host, Integer port)
            throws IOException {
        setup("--driver", driver);
        Configuration yml = read();
        Files.delete(directory.resolve("ilana.yml"));
        setup("--driver", driver, "--properties");
        assertThat(read().sources()).containsExactly("ilana.properties");
        for (Configuration settings : List.of(yml, read())) {
            assertThat(settings.connections()).containsExactly("default");
            assertThat(settings.text("connections.default.driver")).isEqualToIgnoringCase(driver);
            assertThat(settings.text("connections.default.database")).isEqualTo(database);
            assertThat(settings.text("connections.default.host")).isEqualTo(host);
            assertThat(settings.number("connections.default.port")).isEqualTo(port);
            assertThat(settings.list("migrations.directories")).containsExactly("database/migrations");
            assertThat(settings.list("factories.directories")).containsExactly("database/factories");
        }
    }

    @ParameterizedTest
    @CsvSource({"ilana.yml, ", "ilana.properties, --properties"})
    void whatIsACommentMayBeSaid(String file, String option) throws IOException {
        setup(Stream.of("--driver=postgresql", option).filter(Objects::nonNull).toArray(String[]::new));
        Files.writeString(directory.resolve(file), text(file).replaceAll("# (pool|connections|environment)", "$1"));
        ilana.write(
                ".env", text(".env.example").replaceAll("# (DB|ILANA)", "$1").replace("/app\n", "/other\n"));
        assertThat(read().text("environment")).isEqualTo("production");
        assertThat(read().number("connections.default.pool.max")).isEqualTo(10);
        assertThat(read().text("connections.default.url")).isEqualTo("postgresql://app:password@localhost:5432/other");
    }

    @Test
    void gitLeavesOutPasswordsAndTheFileOfTheDatabase() throws IOException {
        setup();
        assertThat(text(".gitignore")).isEqualTo("/.env\n/database/*.db\n");
        ilana.write(".gitignore", "target/\n.env");
        assertThat(setup()).contains("completed  .gitignore");
        assertThat(text(".gitignore")).isEqualTo("target/\n.env\n/database/*.db\n");
        assertThat(setup("--force")).contains("left  .gitignore");
        Files.delete(directory.resolve(".gitignore"));
        setup("--driver", "mysql");
        assertThat(text(".gitignore")).isEqualTo("/.env\n");
    }

    @Test
    void aSecondTimeLeavesAllAsItIs() throws IOException {
        setup();
        ilana.write("ilana.yml", "timezone: Africa/Lagos\n");
        assertThat(setup("--driver", "mysql", "--properties"))
                .containsExactly(
                        "left  .gitignore",
                        "left  ilana.yml",
                        "left  .env.example",
                        "left  database/migrations",
                        "left  database/seeders",
                        "left  database/factories",
                        "left  database/models");
        assertThat(text("ilana.yml")).isEqualTo("timezone: Africa/Lagos\n");
        assertThat(directory.resolve("ilana.properties")).doesNotExist();
    }

    @Test
    void forceWritesOverTheSettingsAndNoMigration() throws IOException {
        setup();
        ilana.write("ilana.yml", "this: [is broken");
        Path migration = migrations().get(0);
        Files.writeString(migration, "mine");
        assertThat(setup("--force", "--driver", "postgresql"))
                .startsWith("made  ilana.yml", "made  .env.example")
                .contains("left  database/migrations");
        assertThat(read().text("connections.default.driver")).isEqualTo("postgresql");
        assertThat(migrations()).containsExactly(migration);
        assertThat(migration).hasContent("mine");
    }

    @Test
    void settingsOfTheOtherFormatAreNotForcedIntoAnError() throws IOException {
        ilana.write("ilana.properties", "timezone = Africa/Lagos\n");
        assertThat(ilana.run("setup", "--force"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "DIR/ilana.properties is there already, and ilana.yml beside it would be an error; delete it, or"
                                + " leave it by no --force\n"));
        assertThat(directory.resolve("database")).doesNotExist();
    }

    @Test
    void theDirectoriesAreThoseOfSettingsThatAreThere() throws IOException {
        ilana.write("ilana.properties", "migrations.directories = db, more\nmodels.directories = src/main/java\n");
        assertThat(setup())
                .contains("made  db/M_CreateUsersTable.java", "made  src/main/java/.gitkeep", "left  ilana.properties");
        assertThat(directory.resolve("database/migrations")).doesNotExist();
        assertThat(setup()).contains("left  db");
    }

    @Test
    void jsonIsOneObjectAFile() {
        Outcome outcome = ilana.run("setup", "--json", "--quiet");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("{\"event\":\"made\",\"file\":\"DIR/ilana.yml\"}\n")
                .containsPattern(
                        "\\{\"event\":\"made\",\"migration\":\"M\\w+_CreateUsersTable\",\"file\":\"DIR/database/");
        assertThat(ilana.run("setup", "--json").out()).contains("{\"event\":\"left\",\"file\":\"DIR/ilana.yml\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "database/seeders"})
    void whereNoFileCanBeNothingIsWritten(String file) throws IOException {
        ilana.write(file, "a file");
        Outcome refused = ilana.run("setup");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("can't write DIR/database/")
                .endsWith(": DIR/" + file + " is no directory\n");
        assertThat(directory.resolve("ilana.yml")).doesNotExist();
        assertThat(directory.resolve(".gitignore")).doesNotExist();
    }

    @Test
    void aDirectoryInPlaceOfAFileIsNamed() throws IOException {
        ilana.write(".gitignore/file", "");
        assertThat(ilana.run("setup")).isEqualTo(new Outcome(1, "", "can't write DIR/.gitignore: it is a directory\n"));
        assertThat(directory.resolve("ilana.yml")).doesNotExist();
    }

    @Test
    void anotherDriverIsRefused() {
        assertThat(ilana.run("setup", "--driver", "oracle"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "--driver is h2, postgresql, mariadb or mysql, not oracle\nTry 'ilana-r setup --help'.\n"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aServerIsSaidToNeedItsPassword() {
        assertThat(ilana.run("setup", "--driver", "mariadb").err())
                .isEqualTo("Copy .env.example to .env, and say the password there.\n" + NEXT);
    }
}
