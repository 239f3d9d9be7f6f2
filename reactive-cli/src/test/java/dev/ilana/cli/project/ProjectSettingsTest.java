package dev.ilana.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.config.Configuration;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project says of its migrations, and how it is refused. */
class ProjectSettingsTest {

    @TempDir
    private Path directory = Path.of(".");

    private ProjectSettings of(String connection, String text) throws IOException {
        Files.writeString(directory.resolve("ilana.properties"), text);
        return new ProjectSettings(Configuration.read(directory, Map.of()), connection);
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        ProjectSettings none = new ProjectSettings(Configuration.read(directory, Map.of()), "default");
        assertThat(none.migrator()).isEqualTo(MigratorSettings.DEFAULT);
        assertThat(none.directories()).isEqualTo(List.of(Path.of("database/migrations")));
        assertThat(none.seederDirectories()).isEqualTo(List.of(Path.of("database/seeders")));
        assertThat(none.modelDirectories()).isEqualTo(List.of(Path.of("database/models")));
        assertThat(none.factoryDirectories()).isEqualTo(List.of(Path.of("database/factories")));
        assertThat(none.stubDirectory()).isEqualTo(Path.of("database/stubs"));
        assertThat(none.ignoredRules()).isEmpty();
        assertThat(none.failingRules()).containsExactly("all");
        assertThat(none.environmentName()).isEmpty();
    }

    @Test
    void saysWhatTheFileSays() throws IOException {
        ProjectSettings all = of("default", """
                environment = staging
                prohibit-destructive = TRUE
                migrations.table = history
                migrations.schema = ops
                migrations.lock = lease
                migrations.directories = db/core, db/shop
                lint.fail = drop-table, truncate,
                lint.ignore = int-key
                """);
        assertThat(all.environmentName()).isEqualTo("staging");
        assertThat(all.migrator())
                .isEqualTo(MigratorSettings.DEFAULT
                        .withEnvironment("staging")
                        .withProhibitDestructive(true)
                        .withTable("history")
                        .withSchema("ops")
                        .withLock(LockSettings.DEFAULT.withKind(LockKind.LEASE)));
        assertThat(all.directories()).isEqualTo(List.of(Path.of("db/core"), Path.of("db/shop")));
        assertThat(all.failingRules()).containsExactly("drop-table", "truncate");
        assertThat(all.ignoredRules()).containsExactly("int-key");
    }

    @Test
    void whatIsSaidOfAConnectionCountsBeforeWhatIsSaidOfAll() throws IOException {
        String file = """
                migrations.table = history
                migrations.lock = lease
                connections.reports.url = h2:mem:reports
                connections.reports.migrations.table = reports_history
                connections.reports.migrations.directories = db/reports
                seeders.directories = db/seeds
                models.directories = app/models, core/models
                connections.reports.seeders.directories = db/reports/seeds
                """;
        assertThat(of("default", file).migrator().table()).isEqualTo("history");
        ProjectSettings reports = of("reports", file);
        assertThat(reports.migrator().table()).isEqualTo("reports_history");
        assertThat(reports.directories()).isEqualTo(List.of(Path.of("db/reports")));
        assertThat(reports.migrator().lock().kind()).isEqualTo(LockKind.LEASE);
        assertThat(of("default", file).seederDirectories()).isEqualTo(List.of(Path.of("db/seeds")));
        assertThat(reports.seederDirectories()).isEqualTo(List.of(Path.of("db/reports/seeds")));
        assertThat(reports.modelDirectories()).isEqualTo(List.of(Path.of("app/models"), Path.of("core/models")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prohibit-destructive = yes | prohibit-destructive must be true or false; it is \"yes\"",
                "prohibit-destructive =     | prohibit-destructive must be a value; leave the key out where there is none",
                "migrations.lock = luck     | migrations.lock must be auto, session or lease; it is \"luck\"",
                "migrations.table = 1; drop | migrations.table must be a name of letters, digits and _; it is \"1; drop\"",
                "migrations.schema = a.b    | migrations.schema must be a name of letters, digits and _; it is \"a.b\"",
                "migrations.directories = , | migrations.directories must be a directory, or several with commas; it is \",\""
            })
    void aMalformedValueIsRefusedWithItsKey(String line, String message) throws IOException {
        ProjectSettings malformed = of("default", line + "\n");
        assertThatThrownBy(() -> {
                    var migrator = malformed.migrator();
                    var directories = malformed.directories();
                    throw new AssertionError(migrator + " " + directories);
                })
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("ilana.properties:1: " + message);
    }

    @Test
    void aRuleThatIsNoneIsRefusedWithItsKey() throws IOException {
        ProjectSettings malformed = of("default", "lint.fail = drop-tables\nlint.ignore = a\n");
        assertThatThrownBy(malformed::failingRules)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("ilana.properties:1: lint.fail must be a list of all, drop-table,")
                .hasMessageEndingWith("; it is \"drop-tables\"");
        assertThatThrownBy(malformed::ignoredRules).hasMessageContaining("lint.ignore");
    }
}
