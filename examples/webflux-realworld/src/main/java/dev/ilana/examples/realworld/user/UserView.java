package dev.ilana.examples.realworld.user;

import org.jspecify.annotations.Nullable;

/** A user as they see themselves, with a token to come back by. */
record UserView(
        String email,
        String token,
        String username,
        @Nullable String bio,
        @Nullable String image) {

    /** The body of an answer. */
    record Body(UserView user) {}

    static UserView of(User user, String token) {
        return new UserView(
                user.get(User.EMAIL), token, user.get(User.USERNAME), user.get(User.BIO), user.get(User.IMAGE));
    }
}
