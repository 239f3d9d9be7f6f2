package dev.ilana.examples.realworld;

import static dev.ilana.examples.realworld.Service.refuses;

import dev.ilana.examples.realworld.user.User;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Others, and whether one follows them. */
interface ProfileApi extends Service {

    private static void follows(ResponseSpec answer, boolean following) {
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.profile.following")
                .isEqualTo(following);
    }

    @Test
    default void aProfileIsForEverybody() {
        User ada = someone();

        api().get("/profiles/{name}", ada.get(User.USERNAME))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.profile.username")
                .isEqualTo(ada.get(User.USERNAME))
                .jsonPath("$.profile.bio")
                .isEqualTo(ada.get(User.BIO))
                .jsonPath("$.profile.image")
                .isEmpty()
                .jsonPath("$.profile.following")
                .isEqualTo(false)
                .jsonPath("$.profile.email")
                .doesNotExist();
    }

    @Test
    default void oneFollowsAndDoesNotAnyMore() {
        User me = someone();
        String ada = someone().get(User.USERNAME);

        follows(as(me).post("/profiles/{name}/follow", ada), true);
        follows(as(me).post("/profiles/{name}/follow", ada), true); // twice is as good as once
        follows(as(me).get("/profiles/{name}", ada), true);
        follows(as(someone()).get("/profiles/{name}", ada), false);
        follows(as(me).delete("/profiles/{name}/follow", ada), false);
        follows(as(me).get("/profiles/{name}", ada), false);
    }

    @Test
    default void nobodyCanBeFollowedByAVisitor() {
        String ada = someone().get(User.USERNAME);

        refuses(api().post("/profiles/{name}/follow", ada), 401, "body", "a token is required");
        refuses(api().delete("/profiles/{name}/follow", ada), 401, "body", "a token is required");
    }

    @Test
    default void aProfileThatIsNoneIsNotFound() {
        refuses(api().get("/profiles/nobody"), 404, "body", "not found");
        refuses(as(someone()).post("/profiles/nobody/follow"), 404, "body", "not found");
        refuses(as(someone()).delete("/profiles/nobody/follow"), 404, "body", "not found");
    }
}
