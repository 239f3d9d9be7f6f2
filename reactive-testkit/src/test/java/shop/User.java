// tag::file
package shop;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

public final class User extends Model<User> {
    public static final Table<User> USERS = Table.of("users", User::new);

    public static final Column<User, Long> ID = USERS.id();
    public static final Column<User, String> EMAIL = USERS.string("email").unique();
    public static final Column<User, Integer> AGE = USERS.integer("age").nullable();

    public User() {
        super(USERS);
    }
}
// end::file
