package dev.ilana.testkit.docs;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.Scope;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import dev.ilana.relation.RelationQuery;
import java.util.List;

/** Somebody who writes. */
// tag::define
// tag::readme
public final class User extends Model<User> {
    public static final Table<User> USERS =
            Table.of("users", User::new).timestamps().softDeletes();

    public static final Column<User, Long> ID = USERS.id();
    public static final Column<User, String> NAME = USERS.string("name").fillable();
    public static final Column<User, String> EMAIL =
            USERS.string("email").fillable().unique().mutate(String::toLowerCase);
    public static final Column<User, Integer> AGE =
            USERS.integer("age").fillable().nullable();
    public static final Column<User, Kind> KIND =
            USERS.enumeration("kind", Kind.class).defaultTo(Kind.MEMBER);
    public static final Column<User, Prefs> PREFS =
            USERS.json("prefs", Prefs.class).nullable();

    public static final HasMany<User, Post> POSTS = USERS.hasMany("posts", () -> Post.USER_ID);
    public static final HasOne<User, Profile> PROFILE = // null for a user without
            USERS.hasOne("profile", () -> Profile.USER_ID);
    public static final BelongsToMany<User, Role> ROLES = // by way of role_user
            USERS.belongsToMany("roles", "role_user", () -> Role.ROLES);

    public User() {
        super(USERS);
    }

    // end::readme
    public String name() {
        return get(NAME);
    }

    public User name(String name) {
        return set(NAME, name);
    }
    // end::define

    public User email(String email) {
        return set(EMAIL, email);
    }

    public User age(int age) {
        return set(AGE, age);
    }

    // tag::relationMethods
    // tag::readme
    public RelationQuery<Post> posts() {
        return POSTS.of(this);
    }

    public List<Post> loadedPosts() {
        return get(POSTS);
    }
    // end::relationMethods

    // tag::scopes
    public static Scope<User> adults() {
        return users -> users.where(AGE.ge(18));
    }
    // end::readme

    public static Scope<User> olderThan(int age) {
        return users -> users.where(AGE.gt(age)).orderBy(AGE.desc());
    }
    // end::scopes

    /** What a user may do. */
    public enum Kind {
        MEMBER,
        ADMIN
    }

    /** What a user likes. */
    public record Prefs(String theme, int fontSize) {}
    // tag::define
    // tag::readme
}
// end::define
// end::readme
