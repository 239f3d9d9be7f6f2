package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import java.time.Instant;

/** A post as a model. */
public final class Post extends Model<Post> {

    public static final Table<Post> POSTS = Table.of("posts", Post::new);

    public static final Column<Post, Long> ID = POSTS.id();
    public static final Column<Post, Long> USER_ID = POSTS.foreignId("user_id");
    public static final Column<Post, String> TITLE = POSTS.string("title");
    public static final Column<Post, Integer> VIEWS = POSTS.integer("views");
    public static final Column<Post, Instant> CREATED_AT = POSTS.timestamp("created_at");

    public static final HasMany<Post, Comment> COMMENTS = POSTS.hasMany("comments", () -> Comment.POST_ID);

    public Post() {
        super(POSTS);
    }
}
