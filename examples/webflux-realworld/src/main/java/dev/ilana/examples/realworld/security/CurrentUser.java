package dev.ilana.examples.realworld.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who asks, by the token of the request. As a parameter of a controller it is required, and without a token the answer is
 * 401; as a {@link Nullable} one it is null for a visitor.
 */
public record CurrentUser(long id) {

    /** Nothing, where that is this user; else the answer is 403. */
    public void mustBe(long owner) {
        if (owner != id) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "belongs to somebody else");
        }
    }
}
