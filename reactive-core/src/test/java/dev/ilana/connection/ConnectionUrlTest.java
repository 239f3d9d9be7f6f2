package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String CANARY = "c4nary-s3cret";

    @ParameterizedTest
    @CsvSource({
        "postgresql://ada:pw@db.local:6543/app, PostgreSQL, postgresql",
        "postgres://ada:pw@db.local:6543/app, PostgreSQL, postgresql",
        "POSTGRESQL://ada:pw@db.local:6543/app, PostgreSQL, postgresql",
        "r2dbc:postgresql://ada:pw@db.local:6543/app, PostgreSQL, postgresql",
        "mysql://ada:pw@db.local:6543/app, MySQL, mysql",
        "r2dbc:mysql://ada:pw@db.local:6543/app, MySQL, mysql",
        "mariadb://ada:pw@db.local:6543/app, MariaDB, mysql",
        "r2dbc:mariadb://ada:pw@db.local:6543/app, MariaDB, mysql"
    })
    void aServerIsReadInTheShortFormAndInR2dbcs(String url, String database, String driver) {
        ConnectionUrl parsed = parse(url);
        assertThat(parsed.dialect().name()).isEqualTo(database);
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo(driver);
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.USER)).isEqualTo("ada");
        assertThat(String.valueOf(parsed.options().getValue(ConnectionFactoryOptions.PASSWORD)))
                .isEqualTo("pw");
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.HOST)).isEqualTo("db.local");
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.PORT)).isEqualTo(6543);
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.DATABASE)).isEqualTo("app");
        assertThat(parsed.where()).isEqualTo(database + " at db.local:6543/app");
    }

    @ParameterizedTest
    @CsvSource({
        "h2:mem:app, mem, app",
        "H2:mem:app, mem, app",
        "r2dbc:h2:mem:app, mem, app",
        "h2:mem:///app, mem, app",
        "r2dbc:h2:mem:///app, mem, app",
        "h2:file:./data/app, file, ./data/app",
        "r2dbc:h2:file:./data/app, file, ./data/app",
        "h2:file:/var/lib/app, file, /var/lib/app",
        "r2dbc:h2:file:///./data/app, file, ./data/app"
    })
    void anEmbeddedDatabaseIsReadInH2sFormAndInR2dbcs(String url, String protocol, String database) {
        ConnectionUrl parsed = parse(url);
        assertThat(parsed.dialect()).isSameAs(Dialects.H2);
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo("h2");
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.PROTOCOL)).isEqualTo(protocol);
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.DATABASE)).isEqualTo(database);
        assertThat(parsed.where()).isEqualTo("H2 at " + database);
    }

    @Test
    void aPortMayBeLeftToTheDriver() {
        assertThat(parse("postgresql://db.local/app").where()).isEqualTo("PostgreSQL at db.local/app");
    }

    // Defaults

    @Test
    void postgreSqlReadsBinaryAndKeepsAFiniteCacheOfStatements() {
        ConnectionUrl parsed = parse("postgresql://h/app");
        assertThat(option(parsed, "forceBinary")).isEqualTo(true);
        assertThat(option(parsed, "preparedStatementCacheQueries")).isEqualTo(256);
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.CONNECT_TIMEOUT))
                .isEqualTo(TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb"})
    void mySqlAndMariaDbPrepareOnTheServerAndSpeakUtc(String scheme) {
        ConnectionUrl parsed = parse(scheme + "://h/app");
        assertThat(option(parsed, "useServerPrepareStatement")).isEqualTo(true);
        assertThat(option(parsed, "prepareCacheSize")).isEqualTo(256);
        assertThat(option(parsed, "connectionTimeZone")).isEqualTo("UTC");
        assertThat(option(parsed, "forceConnectionTimeZoneToSession")).isEqualTo(true);
        assertThat(parsed.options().getValue(ConnectionFactoryOptions.CONNECT_TIMEOUT))
                .isEqualTo(TIMEOUT);
    }

    @Test
    void h2OutlivesItsLastConnectionAndFoldsNamesToLowerCase() {
        ConnectionUrl parsed = parse("h2:mem:app");
        assertThat(option(parsed, "DB_CLOSE_DELAY")).isEqualTo("-1");
        assertThat(option(parsed, "options")).isEqualTo("DATABASE_TO_LOWER=TRUE;TIME ZONE=UTC");
        assertThat(parsed.options().hasOption(ConnectionFactoryOptions.CONNECT_TIMEOUT))
                .isFalse();
    }

    @Test
    void whatTheUserSaysWinsOverEveryDefault() {
        ConnectionUrl postgreSql =
                parse("postgresql://h/app?forceBinary=false&preparedStatementCacheQueries=9&connectTimeout=PT1S");
        assertThat(option(postgreSql, "forceBinary")).isEqualTo("false");
        assertThat(option(postgreSql, "preparedStatementCacheQueries")).isEqualTo("9");
        assertThat(option(postgreSql, "connectTimeout")).isEqualTo("PT1S");
        ConnectionUrl mySql = parse("mysql://h/app?useServerPrepareStatement=false&connectionTimeZone=LOCAL");
        assertThat(option(mySql, "useServerPrepareStatement")).isEqualTo("false");
        assertThat(option(mySql, "connectionTimeZone")).isEqualTo("LOCAL");
        assertThat(option(mySql, "prepareCacheSize")).isEqualTo(256);
        assertThat(option(parse("h2:mem:app?DB_CLOSE_DELAY=5"), "DB_CLOSE_DELAY"))
                .isEqualTo("5");
    }

    // Refusals

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:app.db", "sqlite::memory:", "r2dbc:sqlite:app.db", "sqlite3:app.db"})
    void sqliteIsRefusedAndH2NamedInItsPlace(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("SQLite")
                .hasMessageContaining("h2:mem:name")
                .hasMessageContaining("h2:file:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:c4nary-s3cret@h",
                "postgresql://ada:c4nary-s3cret@h/",
                "mysql://ada:c4nary-s3cret@h:3306",
                "r2dbc:mariadb://ada:c4nary-s3cret@h/"
            })
    void aServersUrlNamesADatabase(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("names no database; add /name at its end")
                .hasMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                "://",
                "app",
                "postgresql",
                "postgresql:",
                "postgresql:app",
                "postgresql:/h/app",
                "r2dbc:",
                "r2dbc:postgresql",
                "r2dbc::",
                "jdbc:postgresql://h/app",
                "oracle://h/app",
                "http://h/app",
                "postgresql://h h/app",
                "h2:",
                "h2:app",
                "h2:mem",
                "h2:tcp://h/app",
                "h2:ssl://h/app",
                "h2:~/app"
            })
    void anythingElseIsRefusedAsNoUrlOfADatabase(String url) {
        assertThatThrownBy(() -> parse(url)).isInstanceOf(InvalidConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada:c4nary-s3cret@h/app",
                "://ada:c4nary-s3cret@h/app",
                "jdbc:postgresql://ada:c4nary-s3cret@h/app",
                "oracle://ada:c4nary-s3cret@h/app",
                "postgresql://ada:c4nary-s3cret@h",
                "postgresql://ada:c4nary-s3cret@h h/app",
                "postgresql://h?password=c4nary-s3cret",
                "h2:tcp://ada:c4nary-s3cret@h/app",
                "h2:app;PASSWORD=c4nary-s3cret",
                "sqlite://ada:c4nary-s3cret@h/app"
            })
    void aPasswordIsInNoMessage(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql:ada:c4nary-s3cret@h/app",
                "postgresql:/ada:c4nary-s3cret@h/app",
                "postgresql://ada:p@c4nary-s3cret@h"
            })
    void aPasswordIsInNoMessageAlsoWhereItOrTheUrlIsMisspelt(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void aPortIsANumber() {
        assertThatThrownBy(() -> parse("postgresql://ada:" + CANARY + "@h:port/app"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void h2sOwnSettingsAreRefusedInTheNameAndNotRepeated() {
        assertThatThrownBy(() -> parse("h2:mem:app;USER=ada;PASSWORD=" + CANARY))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("?options=NAME=VALUE")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void thePlaceHasNeitherUserNorPassword() {
        assertThat(parse("postgresql://ada:" + CANARY + "@h:1/app?sslmode=require")
                        .where())
                .isEqualTo("PostgreSQL at h:1/app");
        Database database = Database.connect("postgresql://ada:" + CANARY + "@h:1/app");
        assertThat(database).hasToString("Database[PostgreSQL at h:1/app]");
        assertThat(Database.builder("postgresql://ada:" + CANARY + "@h:1/app").toString())
                .doesNotContain(CANARY);
    }

    private static ConnectionUrl parse(String url) {
        return ConnectionUrl.read(url).withDefaults(TIMEOUT);
    }

    private static Object option(ConnectionUrl url, String name) {
        Dialect dialect = url.dialect();
        Object value = url.options().getValue(Option.valueOf(name));
        assertThat(value).as(name + " of " + dialect).isNotNull();
        return java.util.Objects.requireNonNull(value);
    }
}
