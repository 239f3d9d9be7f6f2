package dev.ilana.examples.realworld.user;

import org.jspecify.annotations.Nullable;

/** A user as others see them. */
public record ProfileView(
        String username, @Nullable String bio, @Nullable String image, boolean following) {

    /** The body of an answer. */
    record Body(ProfileView profile) {}

    /** Of a user that was read {@link User#seenBy}. */
    public static ProfileView of(User user) {
        return new ProfileView(
                user.get(User.USERNAME), user.get(User.BIO), user.get(User.IMAGE), user.existsOf(User.FOLLOWERS));
    }
}
