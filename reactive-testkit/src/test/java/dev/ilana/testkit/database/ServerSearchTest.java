package dev.ilana.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ServerSearchTest {

    @Test
    void aNamedServerIsUsed() {
        TestServer started = TestServers.require(DatabaseKind.POSTGRESQL);
        try (TestDatabase database = started.createDatabase("named")) {
            TestServer named = search(Map.of("ILANA_TEST_POSTGRESQL_URL", "r2dbc:" + database.url()));

            assertThat(named.available()).isTrue();
            assertThat(named.unavailableReason()).isEmpty();
            try (TestDatabase other = named.createDatabase("other")) {
                assertThat(other.url()).endsWith(other.name()).isNotEqualTo(database.url());
            }
        }
    }

    @Test
    void aNamedServerThatDoesNotAnswerIsNotReplacedByAnother() {
        TestServer server = unreachable();

        assertThat(server.available()).isFalse();
        assertThat(server.unavailableReason())
                .startsWith("ILANA_TEST_POSTGRESQL_URL: ")
                .doesNotContain("secret");
        assertThatThrownBy(() -> server.createDatabase("none")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnavailableServerSkipsTheTest() {
        assertThatThrownBy(() -> TestServers.require(unavailable(), false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("MYSQL is not available: no binaries");
    }

    @Test
    void anUnavailableServerFailsTheTestWhereDatabasesAreRequired() {
        assertThatThrownBy(() -> TestServers.require(unavailable(), true))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ilana.requireDatabases");
    }

    @Test
    void aUrlThatCannotBeReadIsNotRepeated() {
        TestServer server = search(Map.of("ILANA_TEST_POSTGRESQL_URL", "r2dbc:postgresql://me:se cret@host/x"));

        assertThat(server.unavailableReason()).contains("not a URL").doesNotContain("cret");
    }

    @Test
    void anAddressKeepsPasswordAndOptionsAsWritten() {
        ServerAddress address = ServerAddress.parse("r2dbc:mysql://me:p%40ss@db.example/app?sslMode=REQUIRED", 3306);

        assertThat(address.url("mysql", "t_one")).isEqualTo("mysql://me:p%40ss@db.example:3306/t_one?sslMode=REQUIRED");
        assertThat(address).hasToString("db.example:3306");
    }

    private static TestServer unreachable() {
        int port = Machine.freePort();
        return search(Map.of("ILANA_TEST_POSTGRESQL_URL", "r2dbc:postgresql://me:secret@127.0.0.1:" + port + "/x"));
    }

    private static TestServer unavailable() {
        return new UnavailableServer(DatabaseKind.MYSQL, "no binaries");
    }

    private static TestServer search(Map<String, String> environment) {
        return new ServerSearch(environment::get).find(new PostgreSqlProduct());
    }
}
