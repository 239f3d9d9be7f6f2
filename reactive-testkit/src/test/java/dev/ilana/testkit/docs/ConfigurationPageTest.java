package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java and the errors of {@code docs/configuration.md}. */
@ResourceLock("the default database")
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @TempDir
    private Path directory = Path.of(".");

    @AfterEach
    void forget() {
        DB.close().block();
    }

    private String block(String language, String first) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```" + language + "\n" + first);
        assertThat(start)
                .as("a block of %s that begins with %s", language, first)
                .isPositive();
        int text = page.indexOf('\n', start) + 1;
        return page.substring(text, page.indexOf("```", text));
    }

    @Test
    void configure() throws IOException {
        Files.writeString(directory.resolve("ilana.yml"), """
                default: main
                connections: {main: {url: 'h2:mem:main'}, reports: {url: 'h2:mem:reports'}}
                """);
        Path path = directory;

        // tag::configure
        DB.configure(Configuration.read(path)); // of the working directory without a path

        String main = DB.defaultConnection(); // its name
        Database reports = DB.connection("reports");
        boolean there = DB.hasConnection("archive");
        Mono<Void> end = DB.close(); // closes all, and forgets them
        // end::configure

        assertThat(main).isEqualTo("main");
        assertThat(reports).isNotNull();
        assertThat(there).isFalse();
        end.block();
        assertThat(Databases.has("main")).isFalse();
    }

    @Test
    void code() throws IOException {
        Files.writeString(directory.resolve("ilana.yml"), "url: h2:mem:app\nlog: {sql: false}\n");
        Path path = directory;

        // tag::code
        Configuration read = Configuration.read(path).with(Map.of("connections.default.pool.max", 30)); // counts first
        Configuration own = Configuration.of(Map.of("url", "h2:mem:app")); // and nothing else: no file, no variable
        // end::code

        assertThat(read.number("connections.default.pool.max")).isEqualTo(30);
        assertThat(own.text("url")).isEqualTo("h2:mem:app");
    }

    @Test
    void builder() {
        Configuration configuration =
                Configuration.of(Map.of("connections.reports.url", "h2:mem:" + UUID.randomUUID()));
        ConnectionFactory factory = ConnectionFactories.get("r2dbc:h2:mem:///" + UUID.randomUUID());
        Clock clock = Clock.systemUTC();
        List<String> heard = new ArrayList<>();

        // tag::builder
        DB.register(
                "reports",
                Database.builder(configuration, "reports").withClock(clock).build());
        DB.setDefault(Database.builder(factory, Dialects.H2) // your own, with all but a pool and sessions
                .withListener(query -> heard.add(query.sql()))
                .build());
        // end::builder

        Flux<User> users = USERS.query().get();
        assertThat(users).isNotNull();
        assertThat(DB.statement("create table t (id int)").block()).isZero();
        assertThat(heard).hasSize(1);
        assertThat(DB.connection("reports").dialect()).isEqualTo(Dialects.H2);
    }

    @Test
    void thePagesFilesAreRead() throws IOException {
        Map<String, String> environment = Map.of("DB_HOST", "db", "ARCHIVE_PASSWORD", "secret");
        Files.writeString(directory.resolve("ilana.yml"), block("yaml", "default:"));
        Files.writeString(directory.resolve(".env"), block("sh", "# .env"));
        Configuration ofYaml = Configuration.read(directory, environment);
        DB.configure(ofYaml);
        assertThat(DB.connection("main")).hasToString("Database[PostgreSQL at db:5432/shop]");
        assertThat(DB.connection("archive")).hasToString("Database[MariaDB at archive.local/shop]");
        DB.close().block();

        Files.delete(directory.resolve("ilana.yml"));
        Files.writeString(directory.resolve("ilana.properties"), block("properties", "default"));
        Configuration ofProperties = Configuration.read(directory, environment);
        for (String key : List.of("connections.main.database", "connections.archive.url", "timezone", "log.slow")) {
            assertThat(ofProperties.text(key)).isEqualTo(ofYaml.text(key)).isNotNull();
        }
        assertThat(ofProperties.list("migrations.directories")).isEqualTo(ofYaml.list("migrations.directories"));
    }

    @Test
    void theErrorsAreAsThePageHasThem() throws IOException {
        List<String> messages = block("text", "ilana.yml:").lines().toList();
        List<String> files = List.of(
                "\n\n\n\n\n\nconnections: {main: {pool: {max: ten}}}",
                "\n\n\nconections: {main: {url: 'h2:mem:a'}}",
                "\n\n\n\nurl: h2:mem:${NAME}",
                "\nurl: [",
                "url: postgresql://ada:secret@db");
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(directory.resolve("ilana.yml"), files.get(i));
            assertThatThrownBy(() -> {
                        Configuration read = Configuration.read(directory, Map.of());
                        var max = read.number("connections.main.pool.max");
                        DB.configure(read);
                        throw new AssertionError(max);
                    })
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessage(messages.get(i));
        }
    }
}
