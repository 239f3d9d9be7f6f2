package dev.ilana.examples.realworld.user;

import static dev.ilana.examples.realworld.user.User.FOLLOWERS;
import static dev.ilana.examples.realworld.user.User.USERS;

import dev.ilana.error.UniqueViolationException;
import dev.ilana.examples.realworld.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Others, and whether one follows them. */
@RestController
@RequestMapping("/profiles/{username}")
class ProfileController {

    @GetMapping
    Mono<ProfileView.Body> profile(@PathVariable String username, @Nullable CurrentUser viewer) {
        return USERS.scope(User.named(username))
                .scope(User.seenBy(viewer))
                .firstOrFail()
                .map(ProfileView::of)
                .map(ProfileView.Body::new);
    }

    @PostMapping("/follow")
    Mono<ProfileView.Body> follow(CurrentUser me, @PathVariable String username) {
        return named(username)
                .flatMap(user -> FOLLOWERS
                        .of(user)
                        .attach(List.of(me.id()))
                        .onErrorComplete(UniqueViolationException.class)) // followed already
                .then(profile(username, me));
    }

    @DeleteMapping("/follow")
    Mono<ProfileView.Body> unfollow(CurrentUser me, @PathVariable String username) {
        return named(username)
                .flatMap(user -> FOLLOWERS.of(user).detach(List.of(me.id())))
                .then(profile(username, me));
    }

    private static Mono<User> named(String username) {
        return USERS.scope(User.named(username)).firstOrFail();
    }
}
