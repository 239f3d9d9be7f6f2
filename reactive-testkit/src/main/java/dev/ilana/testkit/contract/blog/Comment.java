package dev.ilana.testkit.contract.blog;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.HasMany;

/** What somebody said of a post, or of another comment. */
public final class Comment extends Model<Comment> {

    public static final Table<Comment> COMMENTS = Table.of("comments", Comment::new);

    public static final Column<Comment, Long> ID = COMMENTS.id();
    public static final Column<Comment, Long> POST_ID = COMMENTS.foreignId("post_id");
    public static final Column<Comment, Long> PARENT_ID =
            COMMENTS.foreignId("parent_id").nullable();
    public static final Column<Comment, String> BODY = COMMENTS.string("body").fillable();

    public static final BelongsTo<Comment, Post> POST = COMMENTS.belongsTo("post", POST_ID, () -> Post.POSTS);
    public static final BelongsTo<Comment, Comment> PARENT =
            COMMENTS.belongsTo("parent", PARENT_ID, () -> Comment.COMMENTS);
    public static final HasMany<Comment, Comment> REPLIES = COMMENTS.hasMany("replies", () -> Comment.PARENT_ID);

    public Comment() {
        super(COMMENTS);
    }

    public static Comment on(Post post, String body) {
        return POST.associate(new Comment().set(BODY, body), post);
    }

    public String body() {
        return get(BODY);
    }
}
