package dev.ilana.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files, the environment and code say is one tree, and each of its settings knows its place. */
class ConfigurationTest {

    private static final String CANARY = "c4nary-s3cret";

    @TempDir
    private Path directory = Path.of(".");

    private Configuration yaml(String text) throws IOException {
        return read("ilana.yml", text, Map.of());
    }

    private Configuration properties(String text) throws IOException {
        return read("ilana.properties", text, Map.of());
    }

    private Configuration read(String file, String text, Map<String, String> environment) throws IOException {
        Files.writeString(directory.resolve(file), text);
        return Configuration.read(directory, environment);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String message) {
        assertThatThrownBy(work)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(message)
                .hasNoCause();
    }

    private static String place(Configuration configuration, String key) {
        return requireNonNull(configuration.setting(key)).place();
    }

    // Precedence

    @Test
    void theSourcesAreThoseThatSaySomethingInTheirOrder() throws IOException {
        assertThat(Configuration.read(directory, Map.of("HOME", "/root")).sources())
                .isEmpty();
        Files.writeString(directory.resolve(".env"), "DB_PASSWORD=" + CANARY + "\nOTHER=1\n");
        Configuration configuration = read(
                "ilana.yml",
                "url: h2:mem:a\nconnections:\n  audit:\n    url: h2:mem:b\n",
                Map.of("HOME", "/root", "DB_URL", "h2:mem:c", "ILANA_ENV", "staging", "DB_AUDIT_URL", "h2:mem:d"));

        assertThat(configuration.with(Map.of("timezone", "UTC")).sources())
                .containsExactly("code", "$DB_AUDIT_URL", "$DB_URL", "$ILANA_ENV", ".env", "ilana.yml");
    }

    @Test
    void codeCountsBeforeTheEnvironmentThatBeforeDotEnvAndThatBeforeTheFile() throws IOException {
        Files.writeString(directory.resolve(".env"), "DB_TIMEZONE=Europe/Berlin\nILANA_ENV=staging\n");
        Configuration read = read(
                "ilana.yml",
                "timezone: Africa/Lagos\nenvironment: production\nprohibit-destructive: true\n",
                Map.of("DB_TIMEZONE", "Asia/Kolkata"));
        assertThat(read.text("timezone")).isEqualTo("Asia/Kolkata");
        assertThat(place(read, "timezone")).isEqualTo("$DB_TIMEZONE");
        assertThat(read.text("environment")).isEqualTo("staging");
        assertThat(place(read, "environment")).isEqualTo(".env:2");
        assertThat(read.flag("prohibit-destructive")).isTrue();
        assertThat(place(read, "prohibit-destructive")).isEqualTo("ilana.yml:3");

        Configuration said = read.with(Map.of("timezone", "UTC")).with(Map.of("environment", "test"));
        assertThat(said.text("timezone")).isEqualTo("UTC");
        assertThat(said.text("environment")).isEqualTo("test");
        assertThat(place(said, "timezone")).isEqualTo("code");
        assertThat(read.text("timezone")).as("what was read stays as it is").isEqualTo("Asia/Kolkata");
    }

    @Test
    void aVariableThatIsEmptyIsNotSet() throws IOException {
        Files.writeString(directory.resolve(".env"), "DB_TIMEZONE=\n");
        assertThat(read("ilana.yml", "timezone: UTC\n", Map.of("DB_TIMEZONE", " "))
                        .text("timezone"))
                .isEqualTo("UTC");
    }

    @Test
    void theVariablesOfAnUrlAreThoseOfItsConnection() throws IOException {
        Configuration read = read(
                "ilana.yml",
                "default: main\nconnections: {main: {url: h2:mem:file}, other: {url: h2:mem:file}}\n",
                Map.of(
                        "DB_URL",
                        "h2:mem:a",
                        "DB_OTHER_URL",
                        "h2:mem:b",
                        "DB_MY_REPORTS_URL",
                        "h2:mem:c",
                        "DB_HOST",
                        "h"));
        assertThat(read.text("connections.main.url")).isEqualTo("h2:mem:a");
        assertThat(read.text("connections.other.url")).isEqualTo("h2:mem:b");
        assertThat(read.text("connections.my_reports.url")).isEqualTo("h2:mem:c");
        assertThat(read.text("connections.main.host")).isEqualTo("h");
        assertThat(read.text("connections.other.host")).isNull();
        assertThat(read.text("url")).isNull();
        assertThat(read.connections()).containsExactly("main", "other");
        assertThat(read.variables("connections.main.url")).containsExactly("DB_URL", "DB_MAIN_URL");
    }

    @Test
    void theEnvironmentNamesTheDefaultConnection() throws IOException {
        Configuration read =
                read("ilana.yml", "default: main\n", Map.of("DB_CONNECTION", "reports", "DB_URL", "h2:mem:a"));
        assertThat(read.defaultConnection()).isEqualTo("reports");
        assertThat(read.text("connections.reports.url")).isEqualTo("h2:mem:a");
        assertThat(Configuration.of(Map.of()).defaultConnection()).isEqualTo("default");
        refused(() -> Configuration.of(Map.of("default", "a b")), "code: default must be a name of letters");
    }

    @Test
    void urlIsShortForThatOfTheDefaultConnection() throws IOException {
        assertThat(yaml("url: h2:mem:app\n").text("connections.default.url")).isEqualTo("h2:mem:app");
        assertThat(yaml("url: h2:mem:app\n").text("url")).isEqualTo("h2:mem:app");
        refused(
                () -> yaml("url: h2:mem:a\nconnections: {default: {url: h2:mem:b}}\n"),
                "ilana.yml:2: connections.default.url is there twice; url is at ilana.yml:1");
    }

    // Files

    @Test
    void bothKindsOfFileAreOneTree() throws IOException {
        Configuration ofYaml = yaml("""
                # the project
                default: main
                connections:
                  main:
                    url: h2:mem:app
                    pool: {max: 5, acquire-timeout: 500ms}
                migrations:
                  directories:
                    - db/one
                    - db/two
                lint.ignore: int-key, drop-table
                """);
        Files.delete(directory.resolve("ilana.yml"));
        Configuration ofProperties = properties("""
                # the project
                default = main
                connections.main.url : h2:mem:app
                connections.main.pool.max 5
                connections.main.pool.acquire-timeout=500ms
                migrations.directories = db/one, \\
                    db/two
                lint.ignore = int-key, drop-table
                """);
        for (Configuration each : List.of(ofYaml, ofProperties)) {
            assertThat(each.text("connections.main.url")).isEqualTo("h2:mem:app");
            assertThat(each.number("connections.main.pool.max")).isEqualTo(5);
            assertThat(each.duration("connections.main.pool.acquire-timeout")).isEqualTo(Duration.ofMillis(500));
            assertThat(each.list("migrations.directories")).containsExactly("db/one", "db/two");
            assertThat(each.list("lint.ignore")).containsExactly("int-key", "drop-table");
            assertThat(each.list("lint.fail")).isNull();
            assertThat(each.number("connections.main.port")).isNull();
            assertThat(each.duration("log.slow")).isNull();
        }
        assertThat(place(ofYaml, "connections.main.pool.max")).isEqualTo("ilana.yml:6");
        assertThat(place(ofYaml, "lint.ignore")).isEqualTo("ilana.yml:11");
        assertThat(place(ofProperties, "migrations.directories")).isEqualTo("ilana.properties:6");
        assertThat(place(ofProperties, "lint.ignore")).as("after a line of two").isEqualTo("ilana.properties:8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "\uFEFF", "connections:\n", "{}"})
    void anEmptyFileSaysNothing(String text) throws IOException {
        assertThat(yaml(text).connections()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfAKey() throws IOException {
        assertThat(yaml("\uFEFFurl: h2:mem:app\r\n").text("url")).isEqualTo("h2:mem:app");
        Files.delete(directory.resolve("ilana.yml"));
        Files.writeString(directory.resolve(".env"), "\uFEFFILANA_ENV=test\r\n");
        Configuration read = properties("\uFEFFurl = h2:mem:app\r\n");
        assertThat(read.text("url")).isEqualTo("h2:mem:app");
        assertThat(read.text("environment")).isEqualTo("test");
    }

    @Test
    void twoFilesOrAMisnamedOneAreRefused() throws IOException {
        Files.writeString(directory.resolve("ilana.properties"), "");
        refused(() -> yaml(""), "there are ilana.yml and ilana.properties beside each other; keep one of them");
        refused(() -> read("ilana.yaml", "", Map.of()), "ilana.yaml is not read; name it ilana.yml");
        refused(
                () -> Configuration.read(directory.resolve("ilana.yml")),
                directory.resolve("ilana.yml") + " is no directory");
    }

    @Test
    void aFileInAnotherCharsetIsRefused() throws IOException {
        Files.write(directory.resolve("ilana.yml"), "timezone: é".getBytes(StandardCharsets.ISO_8859_1));
        refused(() -> Configuration.read(directory, Map.of()), "ilana.yml is not in UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default: main\\nurl: [h2          | ilana.yml:2: this is no YAML;",
                "default: main\\n\\turl: h2:mem:a  | ilana.yml:2: this is no YAML;",
                "url: \"h2:mem:a                   | ilana.yml:1: this is no YAML;",
                "default: a: b                     | ilana.yml:1: this is no YAML;",
                "h2:mem:app                        | ilana.yml:1: the file is a map of keys",
                "- url                             | ilana.yml:1: the file is a map of keys",
                "url: a\\n---\\nurl: b             | ilana.yml:3: only one document",
                "default: a\\nurl: *b              | ilana.yml:2: a value that begins with",
                "url: &b c                         | ilana.yml:1: a value that begins with",
                "url: !b c                         | ilana.yml:1: a value that begins with",
                "url: a\\nurl: b                   | ilana.yml:2: url is there twice; url is at ilana.yml:1",
                "log: {sql: true, sql: false}      | ilana.yml:1: log.sql is there twice",
                "url:\\n  a: b                     | ilana.yml:2: there is no key \"url.a\"",
                "log: true                         | ilana.yml:1: log must be a section with keys of its own",
                "connections:\\n  main: h2:mem:a   | ilana.yml:2: connections.main must be a section",
                "connections: [a]                  | ilana.yml:1: connections must be a section",
                "migrations: {directories: [[a]]}  | ilana.yml:1: migrations.directories must be a list of plain values",
                "connections: {a b: {url: c}}      | ilana.yml:1: connections.a b.url must be of a connection whose name has"
            })
    void whatIsNoTreeOfSettingsIsRefusedWithItsLine(String text, String message) {
        refused(() -> yaml(text.replace("\\n", "\n").replace("\\t", "\t")), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default = a\\nurl = \\u12                    | ilana.properties:2: a \\u must be followed by",
                "url = a\\n# b\\nurl = c                      | ilana.properties:3: url is there twice; url is at ilana.properties:1",
                "connection.main.url = a                      | ilana.properties:1: there is no key \"connection.main.url\"; did you mean \"connections.main.url\"?",
                "prohibit_destructive = true                  | ilana.properties:1: there is no key \"prohibit_destructive\"; did you mean \"prohibit-destructive\"?",
                "connections.main.pool.maximum = 3            | ilana.properties:1: there is no key \"connections.main.pool.maximum\"; did you mean \"connections.main.pool.m",
                "connections.main = a                         | ilana.properties:1: connections.main must be a section",
                "postgresql\\://a\\:c4nary-s3cret@h/a         | ilana.properties:1: there is no such key"
            })
    void aLineOfPropertiesThatMeansNothingIsRefused(String text, String message) {
        refused(() -> properties(text.replace("\\n", "\n")), message);
    }

    // .env

    @Test
    void dotEnvIsReadByItsUsualRules() throws IOException {
        Files.writeString(directory.resolve(".env"), """
                # a comment

                export A = plain # with a remark
                B='single # $ " \\n'   # with a remark
                C="double # \\"quoted\\"\\tand\\n"
                D=pass#word
                E=
                  F=spaced\t
                G="${A}"
                """);
        Configuration read = properties("url = ${A}|${B}|${C}|${D}|${E:none}|${F}|${G}\n");
        assertThat(read.text("url"))
                .isEqualTo("plain|single # $ \" \\n|double # \"quoted\"\tand\n|pass#word|none|spaced|${A}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b;c4nary-s3cret          | .env:2: a line is NAME=value",
                "A=b;1A=c4nary-s3cret       | .env:2: a line is NAME=value",
                "A=b;B='c4nary-s3cret       | .env:2: the quotes of B do not close",
                "A=b;B=\"c4nary-s3cret      | .env:2: the quotes of B do not close",
                "A=b;B='c' c4nary-s3cret    | .env:2: the quotes of B do not close",
                "A=b;A=c4nary-s3cret        | .env:2: A is there twice; the other is at .env:1"
            })
    void aLineOfDotEnvThatIsNoneIsRefusedAndNotShown(String text, String message) throws IOException {
        Files.writeString(directory.resolve(".env"), text.replace(';', '\n'));
        assertThatThrownBy(() -> Configuration.read(directory, Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining(CANARY);
    }

    // Variables

    @Test
    void aValueOfTheFileNamesVariables() throws IOException {
        Files.writeString(directory.resolve(".env"), "NAME=dotenv\nHOME=dotenv\n");
        Configuration read = read(
                "ilana.yml",
                "url: h2:file:${HOME}/${NAME}${OTHER:-${X}\nlint.ignore: ['${RULE:int-key}']\n",
                Map.of("HOME", "/home/a$1"));
        assertThat(read.text("url")).isEqualTo("h2:file:/home/a$1/dotenv-${X");
        assertThat(read.list("lint.ignore")).containsExactly("int-key");
        assertThat(Configuration.of(Map.of("url", "${HOME}")).text("url"))
                .as("code means what it says")
                .isEqualTo("${HOME}");
    }

    @Test
    void aVariableThatIsNotSetIsAnErrorWhenItIsAskedFor() throws IOException {
        Configuration read = yaml("environment: test\nurl: h2:file:${HOME}\n");
        assertThat(read.text("environment")).isEqualTo("test");
        refused(
                () -> requireNonNull(read.text("url")),
                "ilana.yml:2: url has ${HOME}, which neither the environment nor .env sets");
    }

    // Values

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "10s, PT10S",
        "5m, PT5M",
        "1h, PT1H",
        "2d, PT48H",
        "10 S, PT10S",
        "PT1M30S, PT1M30S",
        "pt2s, PT2S"
    })
    void timesHaveUnits(String text, Duration time) {
        assertThat(Configuration.of(Map.of("log.slow", text)).duration("log.slow"))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10",
                "0s",
                "-1s",
                "1.5s",
                "soon",
                "10 minutes",
                "PT0S",
                "PT-1S",
                "9999999999999999999s",
                "106751991168d"
            })
    void whatIsNoTimeIsRefused(String text) {
        Configuration said = Configuration.of(Map.of("log.slow", text));
        refused(
                () -> requireNonNull(said.duration("log.slow")),
                "code: log.slow must be a time above zero with its unit, such as 500ms, 10s, 5m, 1h or PT10S; it is \""
                        + text + "\"");
    }

    @Test
    void aValueOfTheWrongKindIsRefusedWithItsPlace() throws IOException {
        Configuration said = yaml("""
                connections:
                  main:
                    pool: {max: ten}
                    host: [a, b]
                    database:
                    port: 5432.0
                prohibit-destructive: yes
                """);
        refused(
                () -> requireNonNull(said.number("connections.main.pool.max")),
                "ilana.yml:3: connections.main.pool.max must be a whole number; it is \"ten\"");
        refused(
                () -> requireNonNull(said.text("connections.main.host")),
                "ilana.yml:4: connections.main.host must be one value, not a list");
        refused(
                () -> requireNonNull(said.text("connections.main.database")),
                "ilana.yml:5: connections.main.database must be a value; leave the key out where there is none");
        refused(
                () -> requireNonNull(said.number("connections.main.port")),
                "ilana.yml:6: connections.main.port must be a whole number");
        refused(
                () -> assertThat(said.flag("prohibit-destructive")).isTrue(),
                "ilana.yml:7: prohibit-destructive must be true or false; it is \"yes\"");
    }

    @Test
    void codeSaysPlainValuesListsAndMaps() {
        Configuration said = Configuration.of(Map.of(
                "log", Map.of("sql", true, "slow", Duration.ofSeconds(2)),
                "connections", Map.of("main", Map.of("port", 5432)),
                "lint.ignore", List.of("a", "b, c")));
        assertThat(said.flag("log.sql")).isTrue();
        assertThat(said.duration("log.slow")).isEqualTo(Duration.ofSeconds(2));
        assertThat(said.number("connections.main.port")).isEqualTo(5432);
        assertThat(said.list("lint.ignore")).containsExactly("a", "b, c");

        Map<String, @Nullable Object> nothing = new HashMap<>(Collections.singletonMap("url", null));
        refused(() -> Configuration.of(nothing), "code: url must be a plain value, or a list of them");
        refused(
                () -> Configuration.of(Map.of("lint.ignore", List.of(List.of()))),
                "code: lint.ignore must be a plain value");
        refused(
                () -> Configuration.of(Map.of("lint.ignroe", "a")),
                "code: there is no key \"lint.ignroe\"; did you mean \"lint.ignore\"?");
    }

    // Secrets

    @Test
    void noMessageHasAPasswordAnUrlOrTheValueOfAVariable() throws IOException {
        Configuration said = read("ilana.yml", """
                connections:
                  main:
                    password: [c4nary-s3cret]
                    url: [c4nary-s3cret]
                    port: ${SECRET}
                    ssl: a@c4nary-s3cret
                """, Map.of("SECRET", CANARY));
        for (String key : List.of("password", "url", "port", "ssl")) {
            Setting setting = requireNonNull(said.setting("connections.main." + key));
            assertThatThrownBy(() -> assertThat(setting.number()).isZero())
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("connections.main." + key)
                    .hasMessageNotContaining(CANARY);
            assertThat(setting.toString()).doesNotContain(CANARY);
        }
        assertThat(said.toString())
                .contains("connections.main.password (ilana.yml:3)")
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url:postgresql://a:c4nary-s3cret@h/a",
                "connections: {main: c4nary-s3cret}",
                "connections:\n  main:\n    password: *c4nary-s3cret",
                "connections:\n  main:\n    password: !c4nary-s3cret",
                "connections:\n  main:\n    password: !c4nary-s3cret! a",
                "connections:\n  main:\n    password: @c4nary-s3cret",
                "connections:\n  main:\n    password: \"c4nary-s3cret",
                "connections:\n  main:\n    password: c4nary-s3cret: a",
                "connections:\n  main:\n    password: %c4nary-s3cret\n   b: c"
            })
    void aFileThatIsBrokenIsNotQuoted(String text) {
        assertThatThrownBy(() -> yaml(text))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("ilana.yml:")
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }
}
