package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** A post in a table that is written to. */
public final class NewPost extends Model<NewPost> {

    public static final Table<NewPost> NEW_POSTS = Table.of("new_posts", NewPost::new);

    public static final Column<NewPost, Long> ID = NEW_POSTS.id();
    public static final Column<NewPost, Long> USER_ID = NEW_POSTS.foreignId("user_id");
    public static final Column<NewPost, String> TITLE = NEW_POSTS.string("title");
    public static final Column<NewPost, Integer> VIEWS = NEW_POSTS.integer("views");

    public NewPost() {
        super(NEW_POSTS);
    }
}
