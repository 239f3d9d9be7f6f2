package dev.ilana.examples.quickstart;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;

/** What somebody said of a post. */
public final class Comment extends Model<Comment> {

    public static final Table<Comment> COMMENTS = Table.of("comments", Comment::new);

    public static final Column<Comment, Long> ID = COMMENTS.id();
    public static final Column<Comment, Long> POST_ID = COMMENTS.foreignId("post_id");
    public static final Column<Comment, String> BODY = COMMENTS.string("body").fillable();

    public static final BelongsTo<Comment, Post> POST = COMMENTS.belongsTo("post", POST_ID, () -> Post.POSTS);

    public Comment() {
        super(COMMENTS);
    }

    /** A comment on that post. */
    public static Comment on(Post post) {
        return POST.associate(new Comment(), post);
    }

    public long id() {
        return get(ID);
    }

    public String body() {
        return get(BODY);
    }

    @CanIgnoreReturnValue
    public Comment body(String body) {
        return set(BODY, body);
    }

    /** The post, once {@code with} has loaded it. */
    public Post post() {
        return get(POST);
    }
}
