package dev.ilana.examples.realworld;

import static dev.ilana.examples.realworld.Service.refuses;
import static dev.ilana.examples.realworld.user.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.examples.realworld.user.User;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing up and in, and one's own account. */
interface UserApi extends Service {

    default void registered(String name) {
        api().post("/users", "user", account(name)).expectStatus().isCreated();
    }

    static Map<String, String> account(String name) {
        return Map.of("username", name, "email", name + "@example.org", "password", "correct horse");
    }

    @Test
    default void whoSignsUpIsGivenAToken() {
        api().post("/users", "user", Map.of("username", "Grace", "email", "Grace@Example.org", "password", "12345678"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.user.username")
                .isEqualTo("Grace")
                .jsonPath("$.user.email")
                .isEqualTo("grace@example.org")
                .jsonPath("$.user.token")
                .isNotEmpty()
                .jsonPath("$.user.bio")
                .isEmpty()
                .jsonPath("$.user.image")
                .isEmpty()
                .jsonPath("$.user.password")
                .doesNotExist();
    }

    @Test
    default void aPasswordIsStoredAsAHash() {
        registered("hashed");

        String stored = made(USERS.scope(User.named("hashed")).firstOrFail()).get(User.PASSWORD);
        assertThat(stored).startsWith("$2a$").doesNotContain("correct horse");
    }

    @Test
    default void whoSignsInIsGivenATokenThatIsTheirs() {
        registered("ada");
        Map<String, String> given = Map.of("email", "ADA@example.org", "password", "correct horse");

        api().post("/users/login", "user", given)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.token")
                .value(
                        String.class,
                        token -> api().with(token)
                                .get("/user")
                                .expectStatus()
                                .isOk()
                                .expectBody()
                                .jsonPath("$.user.username")
                                .isEqualTo("ada"));
    }

    @Test
    default void aWrongPasswordOrAddressIsUnauthorized() {
        registered("alan");

        for (String address : new String[] {"alan@example.org", "nobody@example.org"}) {
            Map<String, String> given = Map.of("email", address, "password", "wrong");
            refuses(api().post("/users/login", "user", given), 401, "body", "email or password is invalid");
        }
    }

    @Test
    default void aSignInWithoutAPasswordIsInvalid() {
        refuses(api().post("/users/login", "user", Map.of("email", "a@b.org")), 422, "password", "is required");
    }

    @Test
    default void aTakenNameOrAddressIsInvalid() {
        registered("taken");

        Map<String, String> given = Map.of("username", "taken", "email", "TAKEN@example.org", "password", "12345678");
        api().post("/users", "user", given)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("{\"errors\": {\"email\": [\"is taken\"], \"username\": [\"is taken\"]}}");
    }

    @Test
    default void allThatIsWrongWithASignUpIsSaidAtOnce() {
        api().post("/users", "user", Map.of("username", " ", "email", "none", "password", "12345678"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("{\"errors\": {\"email\": [\"must be an e-mail address\"], \"username\": [\"is required\"]}}");
    }

    @Test
    default void aShortPasswordIsInvalid() {
        refuses(
                api().post("/users", "user", Map.of("username", "s", "email", "s@example.org", "password", "short")),
                422,
                "password",
                "must have at least 8 characters and at most 72 bytes");
    }

    @Test
    default void whatIsNoFormIsInvalid() {
        refuses(api().postText("/users", "{\"user\": 3}"), 422, "body", "can't be read");
        refuses(api().postText("/users", "{\"user\": "), 422, "body", "can't be read");
        refuses(api().postText("/users", "{}"), 422, "password", "is required");
    }

    @Test
    default void withoutATokenOrWithABadOneNobodyIsThere() {
        refuses(api().get("/user"), 401, "body", "a token is required");
        refuses(api().with("bad").get("/user"), 401, "body", "the token is not valid");
        refuses(api().put("/user", "user", Map.of("bio", "x")), 401, "body", "a token is required");
    }

    @Test
    default void aTokenOfSomebodyWhoIsGoneIsUnauthorized() {
        User gone = someone();
        made(gone.delete());

        refuses(as(gone).get("/user"), 401, "body", "the token is of nobody");
    }

    @Test
    default void anAccountIsChangedInPart() {
        User user = someone();

        as(user).put("/user", "user", Map.of("bio", "I write", "image", "https://example.org/me.png", "admin", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.bio")
                .isEqualTo("I write")
                .jsonPath("$.user.image")
                .isEqualTo("https://example.org/me.png")
                .jsonPath("$.user.username")
                .isEqualTo(user.get(User.USERNAME));
    }

    @Test
    default void aNullTakesAwayWhatMayBeAway() {
        User user = someone();
        Map<String, String> noBio = new HashMap<>();
        noBio.put("bio", null);
        Map<String, String> noName = new HashMap<>();
        noName.put("username", null);

        as(user).put("/user", "user", noBio)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.bio")
                .isEmpty();
        refuses(as(user).put("/user", "user", noName), 422, "username", "is required");
    }

    @Test
    default void aNewPasswordCountsFromThenOn() {
        registered("changing");
        User user = made(USERS.scope(User.named("changing")).firstOrFail());

        as(user).put("/user", "user", Map.of("password", "battery staple"))
                .expectStatus()
                .isOk();

        Map<String, String> old = Map.of("email", "changing@example.org", "password", "correct horse");
        Map<String, String> changed = Map.of("email", "changing@example.org", "password", "battery staple");
        api().post("/users/login", "user", old).expectStatus().isUnauthorized();
        api().post("/users/login", "user", changed).expectStatus().isOk();
    }

    @Test
    default void anotherUsersAddressCantBeTakenOver() {
        String theirs = someone().get(User.EMAIL);

        refuses(as(someone()).put("/user", "user", Map.of("email", theirs)), 422, "email", "is taken");
    }
}
