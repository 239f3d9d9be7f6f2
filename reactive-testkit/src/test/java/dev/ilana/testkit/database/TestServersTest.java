package dev.ilana.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TestServersTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MYSQL")
    void aFreshDatabaseAnswers(DatabaseKind kind) {
        try (TestDatabase database = TestServers.require(kind).createDatabase("Fresh one, ìlànà!");
                AdminConnection connection = connect(database)) {
            assertThat(connection.column("SELECT 1")).containsExactly("1");
            assertThat(database.kind()).isEqualTo(kind);
            assertThat(database.name()).matches("t_fresh_one_[a-z0-9_]+");
            assertThat(database.url()).endsWith(database.name());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MYSQL")
    void twoDatabasesAreSeparate(DatabaseKind kind) {
        TestServer server = TestServers.require(kind);
        try (TestDatabase first = server.createDatabase("same");
                TestDatabase second = server.createDatabase("same");
                AdminConnection one = connect(first);
                AdminConnection other = connect(second)) {
            one.execute("CREATE TABLE post (id INT PRIMARY KEY)");
            other.execute("CREATE TABLE post (id INT PRIMARY KEY)");
            one.execute("INSERT INTO post VALUES (1)");

            assertThat(one.column("SELECT id FROM post")).containsExactly("1");
            assertThat(other.column("SELECT id FROM post")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void dataOutlivesTheConnectionThatWroteIt(DatabaseKind kind) {
        try (TestDatabase database = TestServers.require(kind).createDatabase("lasting")) {
            try (AdminConnection writer = connect(database)) {
                writer.execute("CREATE TABLE post (id INT PRIMARY KEY)");
            }
            try (AdminConnection reader = connect(database)) {
                assertThat(reader.column("SELECT id FROM post")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void closingDropsTheDatabaseEvenUnderAnOpenTransaction(DatabaseKind kind) {
        TestDatabase database = TestServers.require(kind).createDatabase("dropped");
        AdminConnection forgotten = connect(database);
        forgotten.execute("CREATE TABLE post (id INT PRIMARY KEY)");
        forgotten.execute("BEGIN");
        forgotten.execute("INSERT INTO post VALUES (1)");

        database.close();
        database.close();

        assertThatThrownBy(() -> connect(database)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingDropsAnInMemoryDatabase() {
        TestDatabase database = TestServers.require(DatabaseKind.H2).createDatabase("dropped");
        try (AdminConnection connection = connect(database)) {
            connection.execute("CREATE TABLE post (id INT PRIMARY KEY)");
        }
        database.close();

        try (AdminConnection reborn = connect(database)) {
            assertThat(reborn.column("SELECT table_name FROM information_schema.tables WHERE table_name = 'POST'"))
                    .isEmpty();
        }
    }

    @Test
    void textIsUtf8mb4() {
        try (TestDatabase database = TestServers.require(DatabaseKind.MARIADB).createDatabase("text");
                AdminConnection connection = connect(database)) {
            connection.execute("CREATE TABLE post (title VARCHAR(20))");
            connection.execute("INSERT INTO post VALUES ('Ìlànà 🌍')");

            assertThat(connection.column("SELECT title FROM post")).containsExactly("Ìlànà 🌍");
            assertThat(connection.column("SELECT @@character_set_database")).containsExactly("utf8mb4");
        }
    }

    @Test
    void postgreSqlKnowsLettersBeyondAscii() {
        try (TestDatabase database =
                        TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("text");
                AdminConnection connection = connect(database)) {
            assertThat(connection.column("SELECT lower('ÌLÀNÀ 🌍')")).containsExactly("ìlànà 🌍");
        }
    }

    @Test
    void aServerIsStartedOnce() {
        assertThat(TestServers.server(DatabaseKind.POSTGRESQL)).isSameAs(TestServers.server(DatabaseKind.POSTGRESQL));
    }

    private static AdminConnection connect(TestDatabase database) {
        String url = database.url().replaceFirst("^mariadb:", "mysql:").replaceFirst("^h2:mem:", "h2:mem:///");
        return AdminConnection.open("r2dbc:" + url, Duration.ofSeconds(10));
    }
}
