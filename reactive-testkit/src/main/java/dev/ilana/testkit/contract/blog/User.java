package dev.ilana.testkit.contract.blog;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.Scope;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import dev.ilana.relation.RelationQuery;
import java.time.Instant;

/** Somebody who writes. */
public final class User extends Model<User> {

    public static final Table<User> USERS =
            Table.of("users", User::new).timestamps().softDeletes();

    public static final Column<User, Long> ID = USERS.id();
    public static final Column<User, String> NAME = USERS.string("name").fillable();
    public static final Column<User, String> EMAIL =
            USERS.string("email").fillable().unique().mutate(String::toLowerCase);
    public static final Column<User, Integer> AGE =
            USERS.integer("age").nullable().fillable();
    public static final Column<User, Kind> KIND =
            USERS.enumeration("kind", Kind.class).defaultTo(Kind.MEMBER);
    public static final Column<User, Prefs> PREFS =
            USERS.json("prefs", Prefs.class).nullable();
    public static final Column<User, Instant> DELETED_AT = USERS.deletedAt();

    public static final HasMany<User, Post> POSTS = USERS.hasMany("posts", () -> Post.USER_ID);
    public static final HasOne<User, Profile> PROFILE = USERS.hasOne("profile", () -> Profile.USER_ID);
    public static final BelongsToMany<User, Role> ROLES = USERS.belongsToMany("roles", "role_user", () -> Role.ROLES);

    public User() {
        super(USERS);
    }

    /** A user of that name, with an address made of it. */
    public static User named(String name) {
        return new User().name(name).email(name + "@example.org");
    }

    public static Scope<User> adults() {
        return query -> query.where(AGE.ge(18));
    }

    public String name() {
        return get(NAME);
    }

    @CanIgnoreReturnValue
    public User name(String name) {
        return set(NAME, name);
    }

    @CanIgnoreReturnValue
    public User email(String email) {
        return set(EMAIL, email);
    }

    @CanIgnoreReturnValue
    public User age(int age) {
        return set(AGE, age);
    }

    public RelationQuery<Post> posts() {
        return POSTS.of(this);
    }

    /** What a user may do. */
    public enum Kind {
        MEMBER,
        ADMIN
    }

    /** What a user likes. */
    public record Prefs(String theme, int fontSize) {}
}
