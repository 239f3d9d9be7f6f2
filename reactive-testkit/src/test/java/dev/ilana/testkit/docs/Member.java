package dev.ilana.testkit.docs;

import dev.ilana.Table;
import dev.ilana.model.Accessor;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;

/** A user as others are to see one. */
// tag::define
public final class Member extends Model<Member> {
    public static final Table<Member> MEMBERS = Table.of("users", Member::new);

    public static final Column<Member, Long> ID = MEMBERS.id();
    public static final Column<Member, String> NAME = MEMBERS.string("name").fillable();
    public static final Column<Member, String> EMAIL =
            MEMBERS.string("email").fillable().hidden();
    public static final Column<Member, User.Kind> KIND =
            MEMBERS.enumeration("kind", User.Kind.class).defaultTo(User.Kind.MEMBER);
    public static final Column<Member, User.Prefs> PREFS =
            MEMBERS.json("prefs", User.Prefs.class).nullable();

    public static final Accessor<Member, String> GREETING = // in the JSON of every member
            MEMBERS.appended("greeting", member -> "Hello " + member.get(NAME));
    public static final Accessor<Member, Boolean> ADMIN = // in it when it is asked for
            MEMBERS.accessor("is_admin", member -> member.get(KIND) == User.Kind.ADMIN);

    public static final HasMany<Member, Post> POSTS = MEMBERS.hasMany("posts", () -> Post.USER_ID);

    public Member() {
        super(MEMBERS);
    }
}
// end::define
