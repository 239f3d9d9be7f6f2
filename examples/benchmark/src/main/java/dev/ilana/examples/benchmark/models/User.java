package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import java.math.BigDecimal;

/** A user as a model. */
public final class User extends Model<User> {

    public static final Table<User> USERS = Table.of("users", User::new).timestamps();

    public static final Column<User, Long> ID = USERS.id();
    public static final Column<User, String> NAME = USERS.string("name");
    public static final Column<User, String> EMAIL = USERS.string("email").unique();
    public static final Column<User, Integer> AGE = USERS.integer("age");
    public static final Column<User, Boolean> ACTIVE = USERS.bool("active");
    public static final Column<User, BigDecimal> BALANCE = USERS.decimal("balance");

    public static final HasMany<User, Post> POSTS = USERS.hasMany("posts", () -> Post.USER_ID);

    public User() {
        super(USERS);
    }
}
