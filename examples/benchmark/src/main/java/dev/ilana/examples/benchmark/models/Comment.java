package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import java.time.Instant;

/** A comment as a model. */
public final class Comment extends Model<Comment> {

    public static final Table<Comment> COMMENTS = Table.of("comments", Comment::new);

    public static final Column<Comment, Long> ID = COMMENTS.id();
    public static final Column<Comment, Long> POST_ID = COMMENTS.foreignId("post_id");
    public static final Column<Comment, String> BODY = COMMENTS.string("body");
    public static final Column<Comment, Instant> CREATED_AT = COMMENTS.timestamp("created_at");

    public Comment() {
        super(COMMENTS);
    }
}
