package dev.ilana.examples.quickstart;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.Scope;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.RelationQuery;
import java.util.List;

/** Somebody who writes. */
public final class User extends Model<User> {

    public static final Table<User> USERS = Table.of("users", User::new).timestamps();

    public static final Column<User, Long> ID = USERS.id();
    public static final Column<User, String> NAME = USERS.string("name").fillable();
    public static final Column<User, String> EMAIL =
            USERS.string("email").fillable().unique().mutate(String::toLowerCase);
    public static final Column<User, Integer> KARMA = USERS.integer("karma").defaultTo(100);

    public static final HasMany<User, Post> POSTS = USERS.hasMany("posts", () -> Post.USER_ID);

    public User() {
        super(USERS);
    }

    /** Those whose word counts. */
    public static Scope<User> trusted() {
        return users -> users.where(KARMA.ge(100));
    }

    public long id() {
        return get(ID);
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

    public int karma() {
        return get(KARMA);
    }

    @CanIgnoreReturnValue
    public User karma(int karma) {
        return set(KARMA, karma);
    }

    /** The posts, as a query. */
    public RelationQuery<Post> posts() {
        return POSTS.of(this);
    }

    /** The posts, once {@code with} has loaded them. */
    public List<Post> loadedPosts() {
        return get(POSTS);
    }
}
