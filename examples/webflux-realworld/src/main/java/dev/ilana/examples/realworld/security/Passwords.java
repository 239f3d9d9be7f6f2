package dev.ilana.examples.realworld.security;

import dev.ilana.error.ValidationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Passwords, as hashes. To make one takes long by design, so it is not done on the event loop. */
@Component
public final class Passwords {

    private static final int LEAST = 8;
    /** BCrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;

    Passwords(@Value("${realworld.password-strength}") int strength) {
        this.encoder = new BCryptPasswordEncoder(strength);
    }

    /** Its hash; an error by name where it is too short or too long. */
    public Mono<String> hash(String password) {
        if (password.length() < LEAST || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            String words = "must have at least " + LEAST + " characters and at most " + MOST_BYTES + " bytes";
            return Mono.error(new ValidationException("users", Map.of("password", List.of(words))));
        }
        return Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(Schedulers.boundedElastic());
    }

    public Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(Schedulers.boundedElastic());
    }
}
