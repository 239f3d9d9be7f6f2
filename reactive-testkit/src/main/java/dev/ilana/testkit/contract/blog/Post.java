package dev.ilana.testkit.contract.blog;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
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

    public static final BelongsTo<Post, User> AUTHOR = POSTS.belongsTo("author", USER_ID, () -> User.USERS);
    public static final HasMany<Post, Comment> COMMENTS = POSTS.hasMany("comments", () -> Comment.POST_ID);

    public Post() {
        super(POSTS);
    }

    public static Post by(User author, String title) {
        return AUTHOR.associate(new Post().set(TITLE, title), author);
    }

    public String title() {
        return get(TITLE);
    }

    @CanIgnoreReturnValue
    public Post views(int views) {
        return set(VIEWS, views);
    }
}
