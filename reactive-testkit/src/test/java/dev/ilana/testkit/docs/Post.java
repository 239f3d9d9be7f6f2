package dev.ilana.testkit.docs;

import dev.ilana.Table;
import dev.ilana.cast.Money;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.HasMany;

/** What somebody wrote. */
public final class Post extends Model<Post> {

    public static final Table<Post> POSTS = Table.of("posts", Post::new).timestamps();

    public static final Column<Post, Long> ID = POSTS.id();
    public static final Column<Post, Long> USER_ID = POSTS.foreignId("user_id");
    public static final Column<Post, String> TITLE = POSTS.string("title").fillable();
    public static final Column<Post, Boolean> PUBLISHED =
            POSTS.bool("published").fillable().defaultTo(true);
    public static final Column<Post, Integer> VIEWS =
            POSTS.integer("views").fillable().defaultTo(0);
    // tag::castColumn
    public static final Column<Post, Money> FEE =
            POSTS.money("fee", "EUR").fillable().nullable();
    // end::castColumn

    // tag::belongsTo
    public static final BelongsTo<Post, User> AUTHOR = // null without one
            POSTS.belongsTo("author", USER_ID, () -> User.USERS);
    // end::belongsTo
    public static final HasMany<Post, Comment> COMMENTS = POSTS.hasMany("comments", () -> Comment.POST_ID);

    public Post() {
        super(POSTS);
    }

    public String title() {
        return get(TITLE);
    }
}
