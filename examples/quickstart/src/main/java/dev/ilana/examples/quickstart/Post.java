package dev.ilana.examples.quickstart;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.Scope;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.HasMany;
import java.util.List;

/** What somebody wrote. */
public final class Post extends Model<Post> {

    public static final Table<Post> POSTS = Table.of("posts", Post::new).timestamps();

    public static final Column<Post, Long> ID = POSTS.id();
    public static final Column<Post, Long> USER_ID = POSTS.foreignId("user_id");
    public static final Column<Post, String> TITLE = POSTS.string("title").fillable();
    public static final Column<Post, Boolean> PUBLISHED =
            POSTS.bool("published").fillable().defaultTo(true);
    public static final Column<Post, Integer> VIEWS = POSTS.integer("views").defaultTo(0);

    public static final BelongsTo<Post, User> AUTHOR = POSTS.belongsTo("author", USER_ID, () -> User.USERS);
    public static final HasMany<Post, Comment> COMMENTS = POSTS.hasMany("comments", () -> Comment.POST_ID);

    public Post() {
        super(POSTS);
    }

    /** A post of that author's. */
    public static Post by(User author) {
        return AUTHOR.associate(new Post(), author);
    }

    /** Those that everybody may read. */
    public static Scope<Post> published() {
        return posts -> posts.where(PUBLISHED.isTrue());
    }

    public String title() {
        return get(TITLE);
    }

    @CanIgnoreReturnValue
    public Post title(String title) {
        return set(TITLE, title);
    }

    @CanIgnoreReturnValue
    public Post published(boolean published) {
        return set(PUBLISHED, published);
    }

    public int views() {
        return get(VIEWS);
    }

    @CanIgnoreReturnValue
    public Post views(int views) {
        return set(VIEWS, views);
    }

    /** The author, once {@code with} has loaded them. */
    public User author() {
        return get(AUTHOR);
    }

    /** The comments, once {@code with} has loaded them. */
    public List<Comment> loadedComments() {
        return get(COMMENTS);
    }
}
