package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.migrate.lock.LockKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ilana.properties} says, and how it is refused. */
class ConfigurationTest {

    @TempDir
    private Path directory = Path.of(".");

    private Configuration configuration(String text, Map<String, String> environment) throws IOException {
        Files.writeString(directory.resolve(Configuration.FILE), text);
        return Configuration.in(directory, environment::get);
    }

    private Configuration configuration(String text) throws IOException {
        return configuration(text, Map.of());
    }

    private static void refused(ThrowingCallable work, String message) {
        assertThatThrownBy(work)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        Configuration none = Configuration.in(directory, Map.<String, String>of()::get);
        assertThat(none.url(null)).isNull();
        assertThat(none.prohibitsDestruction()).isFalse();
        assertThat(none.lock()).isEqualTo(LockKind.AUTO);
        assertThat(none.table()).isNull();
        assertThat(none.schema()).isNull();
        assertThat(none.ignoredRules()).isEmpty();
        assertThat(none.failingRules()).containsExactly("all");
        assertThat(none.environmentName()).isEmpty();
    }

    @Test
    void saysWhatTheFileSays() throws IOException {
        Configuration all = configuration("""
                url = h2:mem:app
                connection.reports.url = h2:mem:reports
                environment = staging
                prohibit-destructive = TRUE
                migrations.table = history
                migrations.schema = ops
                migrations.lock = lease
                lint.fail = drop-table, truncate,
                lint.ignore = int-key
                """);
        assertThat(all.url(null)).isEqualTo("h2:mem:app");
        assertThat(all.url("reports")).isEqualTo("h2:mem:reports");
        assertThat(all.environmentName()).isEqualTo("staging");
        assertThat(all.prohibitsDestruction()).isTrue();
        assertThat(all.table()).isEqualTo("history");
        assertThat(all.schema()).isEqualTo("ops");
        assertThat(all.lock()).isEqualTo(LockKind.LEASE);
        assertThat(all.failingRules()).containsExactly("drop-table", "truncate");
        assertThat(all.ignoredRules()).containsExactly("int-key");
    }

    @Test
    void valuesNameVariablesOfTheEnvironment() throws IOException {
        Configuration named =
                configuration("url = h2:file:${HOME}/${NAME}\n", Map.of("HOME", "/home/a$1", "NAME", "app"));
        assertThat(named.url(null)).isEqualTo("h2:file:/home/a$1/app");
        assertThat(named.urlSource(null)).isEqualTo("url of ilana.properties");
        Configuration missing = configuration("url = h2:file:${HOME}\n");
        refused(() -> missing.url(null), "ilana.properties has url with ${HOME}, which the environment does not set");
    }

    @Test
    void theEnvironmentSaysWhatTheFileDoesNot() throws IOException {
        Configuration none = configuration(
                "environment = staging\n",
                Map.of("DB_URL", "h2:mem:a", "DB_MY_REPORTS_URL", "h2:mem:b", "ILANA_ENV", "production"));
        assertThat(none.url(null)).isEqualTo("h2:mem:a");
        assertThat(none.urlSource(null)).isEqualTo("$DB_URL");
        assertThat(none.url("my-reports")).isEqualTo("h2:mem:b");
        assertThat(none.urlSource("my-reports")).isEqualTo("$DB_MY_REPORTS_URL");
        assertThat(none.environmentName()).as("the environment counts first").isEqualTo("production");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prohibit-destructive = yes | prohibit-destructive = yes, but it is true or false",
                "prohibit-destructive =     | prohibit-destructive = , but it is true or false",
                "migrations.lock = luck     | migrations.lock = luck, but it is auto, session or lease",
                "migrations.table = 1; drop | migrations.table = 1; drop, but it is a name of letters, digits and _",
                "migrations.schema = a.b    | migrations.schema = a.b, but it is a name of letters, digits and _"
            })
    void aMalformedValueIsRefusedWithItsKey(String line, String message) throws IOException {
        Configuration malformed = configuration(line + "\n");
        refused(
                () -> {
                    var lock = malformed.lock();
                    var table = malformed.table();
                    var schema = malformed.schema();
                    var prohibited = malformed.prohibitsDestruction();
                    throw new AssertionError(lock + " " + table + " " + schema + " " + prohibited);
                },
                "ilana.properties has " + message);
    }

    @Test
    void aRuleThatIsNoneIsRefusedWithItsKey() throws IOException {
        Configuration malformed = configuration("lint.fail = drop-tables\nlint.ignore = a\n");
        assertThatThrownBy(malformed::failingRules)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(
                        "ilana.properties has lint.fail = drop-tables, but it is a list with commas of all, drop-table,");
        assertThatThrownBy(malformed::ignoredRules).hasMessageContaining("lint.ignore");
    }

    @Test
    void aKeyThatMeansNothingIsRefused() {
        refused(
                () -> configuration("prohibit_destructive = true\n"),
                "ilana.properties has an unknown key prohibit_destructive; there are environment, lint.fail, lint.ignore,"
                        + " migrations.lock, migrations.schema, migrations.table, prohibit-destructive, url and"
                        + " connection.NAME.url");
    }

    @Test
    void aFileThatCantBeReadAsPropertiesIsRefused() {
        assertThatThrownBy(() -> configuration("url = \\u12\n"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("ilana.properties is malformed: ");
    }
}
