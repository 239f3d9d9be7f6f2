package dev.ilana.testkit.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/**
 * The servers of this JVM. Each is found or started when first asked for: the URL in {@code ILANA_TEST_POSTGRESQL_URL},
 * {@code ILANA_TEST_MARIADB_URL} or {@code ILANA_TEST_MYSQL_URL}, else Docker, else binaries. A server we started ends
 * with the JVM, also with one that is killed.
 */
public final class TestServers {

    private static final String REQUIRE = "ilana.requireDatabases";

    private static final Map<DatabaseKind, TestServer> SERVERS = new ConcurrentHashMap<>();

    private TestServers() {}

    /** Returns the server, which may be unavailable; blocks while it starts, the first time. Never throws for absence. */
    public static TestServer server(DatabaseKind kind) {
        return SERVERS.computeIfAbsent(kind, TestServers::find);
    }

    /**
     * Returns the server if it is available; blocks while it starts, the first time.
     *
     * @throws TestAbortedException with the reason, if there is none: the test is skipped
     * @throws AssertionError instead, if the system property {@code ilana.requireDatabases} is {@code true}
     */
    public static TestServer require(DatabaseKind kind) {
        return require(server(kind), required());
    }

    /** Whether a missing server is to fail its tests and not skip them. */
    static boolean required() {
        return Boolean.getBoolean(REQUIRE);
    }

    static TestServer require(TestServer server, boolean required) {
        if (server.available()) {
            return server;
        }
        String reason = server.kind() + " is not available: " + server.unavailableReason();
        if (required) {
            throw new AssertionError(reason + " (and -D" + REQUIRE + "=true asks for it)");
        }
        throw new TestAbortedException(reason);
    }

    private static TestServer find(DatabaseKind kind) {
        ServerSearch search = new ServerSearch(System::getenv);
        return switch (kind) {
            case H2 -> new H2Server();
            case POSTGRESQL -> search.find(new PostgreSqlProduct());
            case MARIADB -> search.find(new MariaDbProduct());
            case MYSQL -> search.find(new MySqlProduct());
        };
    }
}
