package dev.ilana.examples.realworld;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.examples.realworld.security.Tokens;
import dev.ilana.examples.realworld.user.User;
import dev.ilana.testkit.assertion.DatabaseAssertions;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The service on a port of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "realworld.password-strength=4")
@Import(Watching.class)
abstract class ServiceTest implements Service {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Database database;

    @Autowired
    private Watching.Statements statements;

    private Api visitor;

    @BeforeEach
    void open() {
        // A connection each: Reactor Netty 1.3.6 may leave a request unread that follows a refused one on its
        // connection.
        visitor = new Api(WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
                .baseUrl(url())
                .responseTimeout(PATIENCE)
                .build());
    }

    @Override
    public Api api() {
        return visitor;
    }

    @Override
    public Api as(User user) {
        return api().with(tokens.issue(user.id()));
    }

    @Override
    @CanIgnoreReturnValue
    public <T> T made(Mono<T> work) {
        return Objects.requireNonNull(work.contextWrite(database.use()).block(PATIENCE));
    }

    @Override
    public int statementsOf(Runnable request) {
        return statements.of(request);
    }

    final Database database() {
        return database;
    }

    final String url() {
        return "http://localhost:" + port + "/api";
    }

    final String token(User user) {
        return tokens.issue(user.id());
    }

    @AfterEach
    void noConnectionIsKept() {
        DatabaseAssertions.assertNoConnectionLeaked(database);
    }
}
