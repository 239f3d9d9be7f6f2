package dev.ilana.testkit.docs;

import dev.ilana.DB;
import reactor.core.publisher.Mono;

/** Something to test. */
// tag::service
public final class SignUp {
    public Mono<User> of(String name, String email) {
        return DB.transaction(() -> new User()
                .name(name)
                .email(email)
                .save()
                .flatMap(user -> user.posts().create(Post.TITLE.to("Hello")).thenReturn(user)));
    }
}
// end::service
