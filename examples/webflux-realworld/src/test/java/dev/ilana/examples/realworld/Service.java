package dev.ilana.examples.realworld;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.examples.realworld.user.User;
import java.util.List;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service that is running, and what a test does with it. */
interface Service {

    /** As a visitor. */
    Api api();

    /** As that user. */
    Api as(User user);

    /** The value of work on the service's own database. */
    @CanIgnoreReturnValue
    <T> T made(Mono<T> work);

    @CanIgnoreReturnValue
    default <T> List<T> made(Flux<T> work) {
        return made(work.collectList());
    }

    /** The statements that a request sends. */
    int statementsOf(Runnable request);

    default User someone() {
        return made(Factories.USER.create());
    }

    /** The answer is a refusal with these words about that field. */
    static void refuses(ResponseSpec answer, int status, String field, String words) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors['" + field + "'][0]")
                .isEqualTo(words);
    }
}
