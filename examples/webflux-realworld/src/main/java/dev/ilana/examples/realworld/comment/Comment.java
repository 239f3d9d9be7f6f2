package dev.ilana.examples.realworld.comment;

import static dev.ilana.examples.realworld.article.Article.ARTICLES;
import static dev.ilana.examples.realworld.user.User.USERS;
import static dev.ilana.validation.Rules.maxLength;
import static dev.ilana.validation.Rules.required;

import dev.ilana.Table;
import dev.ilana.examples.realworld.article.Article;
import dev.ilana.examples.realworld.user.User;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.Scope;
import dev.ilana.relation.BelongsTo;
import java.time.Instant;

/** What somebody says of an article. */
public final class Comment extends Model<Comment> {

    public static final Table<Comment> COMMENTS =
            Table.of("comments", Comment::new).timestamps();

    public static final Column<Comment, Long> ID = COMMENTS.id();
    public static final Column<Comment, Long> ARTICLE_ID = COMMENTS.foreignId("article_id");
    public static final Column<Comment, Long> AUTHOR_ID = COMMENTS.foreignId("author_id");
    public static final Column<Comment, String> BODY =
            COMMENTS.string("body").fillable().rules(required(), maxLength(10_000));
    public static final Column<Comment, Instant> CREATED_AT = COMMENTS.createdAt();
    public static final Column<Comment, Instant> UPDATED_AT = COMMENTS.updatedAt();

    public static final BelongsTo<Comment, Article> ARTICLE = COMMENTS.belongsTo("article", ARTICLE_ID, () -> ARTICLES);
    public static final BelongsTo<Comment, User> AUTHOR = COMMENTS.belongsTo("author", AUTHOR_ID, () -> USERS);

    public Comment() {
        super(COMMENTS);
    }

    public static Scope<Comment> on(Article article) {
        return comments -> comments.whereBelongsTo(ARTICLE, article);
    }

    public long id() {
        return get(ID);
    }

    public long authorId() {
        return get(AUTHOR_ID);
    }
}
