package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import java.math.BigDecimal;

/** A user in the table that is written to. */
public final class NewUser extends Model<NewUser> {

    public static final Table<NewUser> NEW_USERS =
            Table.of("new_users", NewUser::new).timestamps();

    public static final Column<NewUser, Long> ID = NEW_USERS.id();
    public static final Column<NewUser, String> NAME = NEW_USERS.string("name");
    public static final Column<NewUser, String> EMAIL =
            NEW_USERS.string("email").unique();
    public static final Column<NewUser, Integer> AGE = NEW_USERS.integer("age");
    public static final Column<NewUser, Boolean> ACTIVE = NEW_USERS.bool("active");
    public static final Column<NewUser, BigDecimal> BALANCE = NEW_USERS.decimal("balance");

    public static final HasMany<NewUser, NewPost> POSTS = NEW_USERS.hasMany("posts", () -> NewPost.USER_ID);

    public NewUser() {
        super(NEW_USERS);
    }
}
