package dev.ilana.testkit.contract.blog;

import dev.ilana.Table;
import dev.ilana.model.Accessor;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;

/** A user as the outside is to see one. */
public final class Author extends Model<Author> {

    public static final Table<Author> AUTHORS =
            Table.of("users", Author::new).timestamps().camelCaseJson();

    public static final Column<Author, Long> ID = AUTHORS.id();
    public static final Column<Author, String> NAME =
            AUTHORS.string("name").fillable().mutate(String::trim);
    public static final Column<Author, String> EMAIL =
            AUTHORS.string("email").fillable().hidden();
    public static final Column<Author, User.Kind> KIND =
            AUTHORS.enumeration("kind", User.Kind.class).defaultTo(User.Kind.MEMBER);
    public static final Column<Author, User.Prefs> PREFS =
            AUTHORS.json("prefs", User.Prefs.class).nullable();

    public static final Accessor<Author, String> INITIAL =
            AUTHORS.appended("first_letter", author -> author.get(NAME).substring(0, 1));
    public static final Accessor<Author, Integer> LENGTH =
            AUTHORS.accessor("name_length", author -> author.get(NAME).length());

    public static final HasMany<Author, Post> POSTS = AUTHORS.hasMany("posts", () -> Post.USER_ID);
    public static final BelongsToMany<Author, Role> ROLES =
            AUTHORS.belongsToMany("roles", "role_user", () -> Role.ROLES);

    public Author() {
        super(AUTHORS);
    }
}
