package dev.ilana.testkit.docs;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;

/** What somebody is allowed. */
public final class Role extends Model<Role> {

    public static final Table<Role> ROLES = Table.of("roles", Role::new);

    public static final Column<Role, Long> ID = ROLES.id();
    public static final Column<Role, String> NAME = ROLES.string("name").fillable();

    public static final BelongsToMany<Role, User> USERS = ROLES.belongsToMany("users", "role_user", () -> User.USERS);

    public Role() {
        super(ROLES);
    }

    public String name() {
        return get(NAME);
    }
}
