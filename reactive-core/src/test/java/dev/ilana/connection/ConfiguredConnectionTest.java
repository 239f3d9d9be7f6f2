package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.config.Configuration;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a connection becomes the options of its driver and the settings of its pool. */
class ConfiguredConnectionTest {

    private static final String CANARY = "c4nary-s3cret";

    @TempDir
    private Path directory = Path.of(".");

    private static ConnectionUrl said(Map<String, ?> settings) {
        return new ConfiguredConnection(Configuration.of(Map.of("connections", Map.of("main", settings))), "main")
                .url();
    }

    private ConnectionUrl read(String file, Map<String, String> environment) throws IOException {
        Files.writeString(directory.resolve("ilana.yml"), file);
        return new ConfiguredConnection(Configuration.read(directory, environment), "default").url();
    }

    private static @Nullable Object option(ConnectionUrl url, String name) {
        return url.withDefaults(Duration.ofSeconds(1)).options().getValue(Option.valueOf(name));
    }

    private static void refused(Map<String, ?> settings, String message) {
        assertThatThrownBy(() -> Database.builder(
                                Configuration.of(Map.of("connections", Map.of("main", settings))), "main")
                        .build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining(CANARY);
    }

    // The place

    @Test
    void aConnectionInPartsNeedsNoEscapes() {
        ConnectionUrl url = said(Map.of(
                "driver",
                "postgresql",
                "host",
                "db.local",
                "port",
                6543,
                "database",
                "app",
                "username",
                "a:b@c",
                "password",
                "p@ss/w?rd "));
        assertThat(url.where()).isEqualTo("PostgreSQL at db.local:6543/app");
        assertThat(option(url, "user")).isEqualTo("a:b@c");
        assertThat(option(url, "password")).isEqualTo("p@ss/w?rd ");
        assertThat(option(url, "forceBinary"))
                .as("with the defaults of every connection")
                .isEqualTo(true);
    }

    @Test
    void aServerIsOnThisHostWhereNothingElseIsSaid() {
        assertThat(said(Map.of("driver", "mysql", "database", "app", "username", "a"))
                        .where())
                .isEqualTo("MySQL at localhost/app");
        assertThat(said(Map.of("driver", "h2", "database", "mem:app")).where()).isEqualTo("H2 at app");
    }

    @Test
    void aConnectionThatIsCalledLikeItsDatabaseNeedsNoDriver() throws IOException {
        Files.writeString(directory.resolve(".env"), "DB_CONNECTION=mariadb\nDB_DATABASE=app\nDB_USERNAME=ada\n");
        ConnectionUrl url =
                new ConfiguredConnection(Configuration.read(directory, Map.of("DB_HOST", "db")), "mariadb").url();
        assertThat(url.where()).isEqualTo("MariaDB at db/app");
        assertThat(option(url, "user")).isEqualTo("ada");
    }

    @Test
    void aPartThatCountsBeforeTheUrlReplacesWhatItSays() throws IOException {
        ConnectionUrl url = read(
                "url: postgresql://ada:old@h:1/app?sslMode=disable\n",
                Map.of("DB_HOST", "other", "DB_PORT", "2", "DB_PASSWORD", "new", "DB_DATABASE", "more"));
        assertThat(url.where()).isEqualTo("PostgreSQL at other:2/more");
        assertThat(option(url, "user")).isEqualTo("ada");
        assertThat(option(url, "password")).isEqualTo("new");
        assertThat(option(url, "sslMode")).isEqualTo("disable");
    }

    @Test
    void aPartBesideTheUrlAddsWhatItLeavesOut() {
        ConnectionUrl url = said(
                Map.of("url", "postgresql://h/app", "host", "other", "port", 2, "username", "ada", "password", "p@ss"));
        assertThat(url.where()).isEqualTo("PostgreSQL at h:2/app");
        assertThat(option(url, "user")).isEqualTo("ada");
        assertThat(option(url, "password")).isEqualTo("p@ss");
    }

    @Test
    void aPartThatCountsLessThanTheUrlIsOfAnotherPlace() throws IOException {
        ConnectionUrl url = read(
                "connections: {default: {driver: mysql, host: a, port: 1, database: b, username: c, password: d}}\n",
                Map.of("DB_URL", "postgresql://ada@h/app"));
        assertThat(url.where()).isEqualTo("PostgreSQL at h/app");
        assertThat(url.options().getValue(ConnectionFactoryOptions.PASSWORD)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "url=c4nary-s3cret                                | code: connections.main.url is none of a database; one looks like",
                "url=c4nary-s3cret://h/a                          | code: connections.main.url is of an unknown database; known are h2,",
                "url=postgresql://a:c4nary-s3cret@h               | code: connections.main.url names no database;",
                "url=postgresql://a:c4nary-s3cret@h h/a           | code: connections.main.url is none of a database",
                "url=h2:mem:a;PASSWORD=c4nary-s3cret              | code: connections.main.url is none of the embedded H2;",
                "url=sqlite:c4nary-s3cret                         | code: connections.main.url can't be used: there is no kept R2DBC driver for SQLite; the embedded database here is H2",
                "url=postgresql://h/a                             | connections.main of PostgreSQL at h/a has no user; say it by the keys of connections.main",
                "url=postgresql://a@h/a?sslMode=c4nary-s3cret     | the driver of PostgreSQL at h/a refuses the settings of connections.main: ",
                "url=h2:mem:a,driver=mysql                        | code: connections.main.driver must be left out, as the url is of another",
                "url=h2:mem:a,host=h                              | code: connections.main.host must be left out, as H2 runs inside",
                "driver=oracle,database=a                         | code: connections.main.driver must be one of h2, postgresql, mariadb, mysql; it is \"oracle\"",
                "driver=mysql                                     | the connection \"main\" has no connections.main.database",
                "driver=h2,database=a                             | code: connections.main.database is none of the embedded H2; one is",
                "driver=mysql,database=a,port=0,username=a        | code: connections.main.port must be a number from 1 to 65535; it is \"0\"",
                "driver=mysql,database=a,username=a,host=//a:c4nary-s3cret@h | code: connections.main.host must be the name or address of a host",
                "password=c4nary-s3cret                           | code: connections.main.password is said, but neither connections.main.url nor connections.main.driver",
                "url=h2:mem:a,schema=a;INIT                       | code: connections.main.schema must be a name of letters",
                "url=mysql://a@h/a,schema=a                       | code: connections.main.schema is nothing that MySQL has; leave it out",
                "url=h2:mem:a,ssl=require                         | code: connections.main.ssl is nothing that H2 has; leave it out",
                "url=mysql://a@h/a,ssl=yes                        | code: connections.main.ssl must be disable, require, verify-ca or verify-full; it is \"yes\"",
                "url=h2:mem:a,timezone=Mars                       | code: connections.main.timezone must be a time zone, such as UTC, Africa/Lagos or +01:00; it is \"Mars\"",
                "url=mysql://a@h/a,charset=latin1                 | code: connections.main.charset must be utf8, which is all that the drivers speak",
                "url=h2:mem:a,pool.max=0                          | code: connections.main.pool.max must be at least 1; it is \"0\"",
                "url=h2:mem:a,pool.min=11                         | code: connections.main.pool.min must be from 0 to the max of 10; it is \"11\"",
                "url=h2:mem:a,pool.lifetime=0s                    | code: connections.main.pool.lifetime must be a time above zero"
            })
    void whatCantBeIsRefusedWithItsKeyAndPlace(String settings, String message) {
        Map<String, String> map = new HashMap<>();
        for (String setting : settings.split(",", -1)) {
            String[] parts = setting.split("=", 2);
            map.put(parts[0], parts[1]);
        }
        refused(map, message);
    }

    @Test
    void aConnectionThatIsNotThereIsToldHowToBe() {
        assertThatThrownBy(() -> Databases.configure(Configuration.of(Map.of())))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("there is no connection \"default\"; say where it is by connections.default.url, or in the"
                        + " environment by DB_URL");
        assertThatThrownBy(() ->
                        Databases.configure(Configuration.of(Map.of("url", "h2:mem:a", "connections.other.host", "h"))))
                .hasMessageStartingWith("code: connections.other.host is said, but neither connections.other.url");
        assertThat(Databases.has("default")).as("all or none").isFalse();
    }

    // Sessions

    @Test
    void theKeysOfASessionAreOptionsOfItsDriver() {
        Map<String, Object> keys = new HashMap<>(Map.of("timezone", "Africa/Lagos", "charset", "utf8mb4"));
        keys.put("url", "h2:mem:a");
        assertThat(option(said(keys), "options")).isEqualTo("DATABASE_TO_LOWER=TRUE;TIME ZONE=Africa/Lagos");
        keys.put("schema", "a, B");
        assertThat(option(said(keys), "options"))
                .isEqualTo("DATABASE_TO_LOWER=TRUE;TIME ZONE=Africa/Lagos;SCHEMA=\"a\";SCHEMA_SEARCH_PATH=\"a\",\"B\"");
        keys.put("url", "postgresql://ada@h/a");
        keys.put("ssl", "verify-full");
        assertThat(option(said(keys), "schema")).isEqualTo("\"a\",\"B\"");
        assertThat(option(said(keys), "timeZone")).isEqualTo(ZoneId.of("Africa/Lagos"));
        assertThat(option(said(keys), "sslMode")).isEqualTo("VERIFY_FULL");
        keys.remove("schema");
        keys.put("url", "mariadb://ada@h/a");
        keys.put("timezone", "UTC+1");
        assertThat(option(said(keys), "connectionTimeZone")).isEqualTo("+01:00");
        assertThat(option(said(keys), "sslMode")).isEqualTo("VERIFY_IDENTITY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslMode", "sslmode"})
    void anOptionInTheUrlCountsBeforeAKeyBesideIt(String option) throws IOException {
        String url = "postgresql://ada@h/a?" + option + "=disable";
        ConnectionUrl beside = said(Map.of("url", url, "ssl", "require"));
        assertThat(option(beside, option)).isEqualTo("disable");

        ConnectionUrl below = read("connections: {default: {ssl: require}}\n", Map.of("DB_URL", url));
        assertThat(option(below, option)).isEqualTo("disable");

        Files.writeString(directory.resolve("ilana.yml"), "url: " + url + "\n");
        ConnectionUrl above = new ConfiguredConnection(
                        Configuration.read(directory, Map.of()).with(Map.of("connections.default.ssl", "require")),
                        "default")
                .url();
        assertThat(option(above, "sslMode")).isEqualTo("REQUIRE");
        assertThat(above.options().hasOption(Option.valueOf("sslmode"))).isFalse();
    }

    @Test
    void settingsOfH2InTheUrlCountBeforeAKeyBesideIt() {
        ConnectionUrl url = said(Map.of(
                "url",
                "h2:mem:a?options=TIME ZONE=Asia/Kolkata".replace(" ", "%20"),
                "timezone",
                "UTC",
                "schema",
                "b"));
        assertThat(String.valueOf(option(url, "options")))
                .contains("TIME ZONE=Asia/Kolkata", "SCHEMA=\"b\"", "DATABASE_TO_LOWER=TRUE")
                .doesNotContain("UTC");
    }

    // The pool

    @Test
    void thePoolIsAsItsKeysSayAndElseTheDefault() {
        Configuration configuration = Configuration.of(Map.of(
                "connections.main.url", "h2:mem:a",
                "connections.main.pool",
                        Map.of(
                                "min",
                                2,
                                "max",
                                20,
                                "acquire-timeout",
                                "1s",
                                "create-timeout",
                                "2s",
                                "validation-timeout",
                                "3s",
                                "idle-time",
                                "4m",
                                "lifetime",
                                "5m"),
                "connections.plain.url", "h2:mem:b"));
        assertThat(new ConfiguredConnection(configuration, "main").pool())
                .isEqualTo(new PoolSettings(
                        2,
                        20,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(5)));
        assertThat(new ConfiguredConnection(configuration, "plain").pool()).isEqualTo(PoolSettings.DEFAULT);
    }

    // The log

    @Test
    void theLogIsAsItsKeysSay() {
        Configuration configuration = Configuration.of(Map.of("url", "h2:mem:a", "log.sql", true, "log.slow", "200ms"));
        assertThat(LogSettings.of(configuration)).isEqualTo(new LogSettings(true, false, Duration.ofMillis(200)));
        assertThat(LogSettings.of(Configuration.of(Map.of("url", "h2:mem:a")))).isEqualTo(LogSettings.OFF);
    }

    // Cursors

    @Test
    void databasesOfOneCursorKeyKnowEachOthersCursors() {
        byte[] part = {1, 2, 3};
        Map<String, String> settings = Map.of(
                "url", "h2:mem:a",
                "connections.b.url", "h2:mem:b",
                "cursor-key", Base64.getEncoder().encodeToString(new byte[32]));
        Configuration configuration = Configuration.of(settings);
        byte[] signed = Database.builder(configuration, "default").build().signature(part);
        assertThat(Database.builder(configuration, "b").build().signature(part)).isEqualTo(signed);
        assertThat(Database.connect("h2:mem:c").signature(part)).isNotEqualTo(signed);
    }

    @Test
    void aCursorKeyThatIsNoneIsNotShown() {
        Configuration configuration = Configuration.of(Map.of("url", "h2:mem:a", "cursor-key", CANARY));
        assertThatThrownBy(() -> Database.builder(configuration, "default"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("code: cursor-key must be 32 random bytes")
                .hasMessageNotContaining(CANARY);
    }

    // Sessions and replicas

    @Test
    void whatASessionMayTakeIsToldToTheDriver() {
        Map<String, Object> place = Map.of(
                "url",
                "postgresql://a:b@db/app",
                "statement-timeout",
                "20s",
                "lock-timeout",
                "500ms",
                "application-name",
                "shop");
        assertThat(option(said(place), "statementTimeout")).isEqualTo(Duration.ofSeconds(20));
        assertThat(option(said(place), "lockWaitTimeout")).isEqualTo(Duration.ofMillis(500));
        assertThat(option(said(place), "applicationName")).isEqualTo("shop");
    }

    @Test
    void aDatabaseThatKeepsNoNameOfApplicationsSaysSo() {
        refused(
                Map.of("url", "mariadb://a:b@db/app", "application-name", "shop"),
                "code: connections.main.application-name is nothing that MariaDB has; leave it out");
    }

    @Test
    void replicasAreTheSamePlaceOnOtherHosts() {
        ConnectionUrl primary = said(Map.of("url", "postgresql://a:b@db:5432/app"));
        assertThat(HostAndPort.of("replica.local").in(primary).where())
                .isEqualTo("PostgreSQL at replica.local:5432/app");
        assertThat(HostAndPort.of("10.0.0.7:5433").in(primary).where()).isEqualTo("PostgreSQL at 10.0.0.7:5433/app");
        assertThat(HostAndPort.of("[::1]:5433").in(primary).options().getValue(ConnectionFactoryOptions.PASSWORD))
                .isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://" + CANARY + "@b/c", "a:b", "a:0", "a:65536", "a b", "a/b"})
    void whatIsNoHostIsRefused(String host) {
        refused(
                Map.of("url", "postgresql://a:b@db/app", "replicas", "one.local, " + host),
                "code: connections.main.replicas must be hosts, such as replica.local or 10.0.0.7:5433");
    }

    @Test
    void anEmbeddedDatabaseHasNoReplicas() {
        refused(
                Map.of("url", "h2:mem:app", "replicas", "one.local"),
                "code: connections.main.replicas must be left out: H2 runs in this program, and has no other servers");
    }
}
