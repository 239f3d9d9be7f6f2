package dev.ilana.examples.realworld.user;

import static dev.ilana.validation.Rules.email;
import static dev.ilana.validation.Rules.maxLength;
import static dev.ilana.validation.Rules.required;
import static dev.ilana.validation.Rules.unique;

import dev.ilana.Table;
import dev.ilana.examples.realworld.security.CurrentUser;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.Scope;
import dev.ilana.relation.BelongsToMany;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody who writes or reads. */
public final class User extends Model<User> {

    public static final Table<User> USERS = Table.of("users", User::new).timestamps();

    public static final Column<User, Long> ID = USERS.id();
    public static final Column<User, String> EMAIL =
            USERS.string("email").fillable().mutate(User::canonical).rules(required(), email(), unique());
    public static final Column<User, String> USERNAME =
            USERS.string("username").fillable().rules(required(), maxLength(60), unique());
    public static final Column<User, String> PASSWORD = USERS.string("password").hidden();
    public static final Column<User, String> BIO =
            USERS.string("bio").fillable().nullable().rules(maxLength(2_000));
    public static final Column<User, String> IMAGE =
            USERS.string("image").fillable().nullable().rules(maxLength(2_000));

    public static final BelongsToMany<User, User> FOLLOWERS =
            USERS.belongsToMany("followers", "follows", "followed_id", "follower_id", () -> USERS);

    public User() {
        super(USERS);
    }

    /** An address as it is stored. */
    static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Those of that name: one, or none. */
    public static Scope<User> named(String username) {
        return users -> users.where(USERNAME.eq(username));
    }

    /** The one who asks; nobody for a visitor. */
    public static Scope<User> is(@Nullable CurrentUser viewer) {
        return users -> users.where(ID.in(viewer == null ? List.of() : List.of(viewer.id())));
    }

    /** With what a {@link ProfileView} shows to the viewer: whether they follow. */
    public static Scope<User> seenBy(@Nullable CurrentUser viewer) {
        return users -> users.withExists(FOLLOWERS, is(viewer));
    }

    public long id() {
        return get(ID);
    }
}
