package dev.ilana.examples.realworld.user;

import static dev.ilana.examples.realworld.user.User.EMAIL;
import static dev.ilana.examples.realworld.user.User.PASSWORD;
import static dev.ilana.examples.realworld.user.User.USERS;

import dev.ilana.examples.realworld.error.Form;
import dev.ilana.examples.realworld.security.CurrentUser;
import dev.ilana.examples.realworld.security.Passwords;
import dev.ilana.examples.realworld.security.Tokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Signing up and in, and one's own account. */
@RestController
class UserController {

    private final Passwords passwords;
    private final Tokens tokens;

    UserController(Passwords passwords, Tokens tokens) {
        this.passwords = passwords;
        this.tokens = tokens;
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<UserView.Body> register(@RequestBody Map<String, @Nullable Map<String, @Nullable Object>> body) {
        Form form = Form.of(body, "user");
        return withPassword(USERS.make(form.fillable(USERS)), form)
                .flatMap(User::save)
                .map(this::view);
    }

    @PostMapping("/users/login")
    Mono<UserView.Body> login(@RequestBody Map<String, @Nullable Map<String, @Nullable Object>> body) {
        Form form = Form.of(body, "user");
        String password = form.text("password");
        return USERS.where(EMAIL.eq(User.canonical(form.text("email"))))
                .first()
                .filterWhen(user -> passwords.matches(password, user.get(PASSWORD)))
                .switchIfEmpty(unauthorized("email or password is invalid"))
                .map(this::view);
    }

    @GetMapping("/user")
    Mono<UserView.Body> current(CurrentUser me) {
        return found(me).map(this::view);
    }

    @PutMapping("/user")
    Mono<UserView.Body> update(CurrentUser me, @RequestBody Map<String, @Nullable Map<String, @Nullable Object>> body) {
        Form form = Form.of(body, "user");
        return found(me)
                .map(user -> user.fill(form.fillable(USERS)))
                .flatMap(user -> form.has("password") ? withPassword(user, form) : Mono.just(user))
                .flatMap(User::save)
                .map(this::view);
    }

    private Mono<User> withPassword(User user, Form form) {
        return passwords.hash(form.text("password")).map(hash -> user.set(PASSWORD, hash));
    }

    private static Mono<User> found(CurrentUser me) {
        return USERS.find(me.id()).switchIfEmpty(unauthorized("the token is of nobody"));
    }

    private static Mono<User> unauthorized(String why) {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, why));
    }

    private UserView.Body view(User user) {
        return new UserView.Body(UserView.of(user, tokens.issue(user.id())));
    }
}
