package dev.ilana.testkit.contract.blog;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;

/** What somebody tells of themselves. */
public final class Profile extends Model<Profile> {

    public static final Table<Profile> PROFILES = Table.of("profiles", Profile::new);

    public static final Column<Profile, Long> ID = PROFILES.id();
    public static final Column<Profile, Long> USER_ID = PROFILES.foreignId("user_id");
    public static final Column<Profile, String> BIO = PROFILES.string("bio").fillable();

    public static final BelongsTo<Profile, User> USER = PROFILES.belongsTo("user", USER_ID, () -> User.USERS);

    public Profile() {
        super(PROFILES);
    }
}
