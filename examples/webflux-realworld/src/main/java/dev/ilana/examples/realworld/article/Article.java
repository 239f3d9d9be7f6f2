package dev.ilana.examples.realworld.article;

import static dev.ilana.examples.realworld.user.User.USERS;
import static dev.ilana.validation.Rules.maxLength;
import static dev.ilana.validation.Rules.required;

import dev.ilana.Table;
import dev.ilana.examples.realworld.security.CurrentUser;
import dev.ilana.examples.realworld.user.User;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelEvent;
import dev.ilana.model.Scope;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What somebody wrote. */
public final class Article extends Model<Article> {

    public static final Table<Article> ARTICLES =
            Table.of("articles", Article::new).timestamps();

    public static final Column<Article, Long> ID = ARTICLES.id();
    public static final Column<Article, Long> AUTHOR_ID = ARTICLES.foreignId("author_id");
    public static final Column<Article, String> SLUG = ARTICLES.string("slug");
    public static final Column<Article, String> TITLE =
            ARTICLES.string("title").fillable().rules(required(), maxLength(200));
    public static final Column<Article, String> DESCRIPTION =
            ARTICLES.string("description").fillable().rules(required(), maxLength(2_000));
    public static final Column<Article, String> BODY =
            ARTICLES.string("body").fillable().rules(required());
    public static final Column<Article, Instant> CREATED_AT = ARTICLES.createdAt();
    public static final Column<Article, Instant> UPDATED_AT = ARTICLES.updatedAt();

    public static final BelongsTo<Article, User> AUTHOR = ARTICLES.belongsTo("author", AUTHOR_ID, () -> USERS);
    public static final BelongsToMany<Article, Tag> TAGS =
            ARTICLES.belongsToMany("tags", "article_tag", () -> Tag.TAGS);
    public static final BelongsToMany<Article, User> FANS = ARTICLES.belongsToMany("fans", "favorites", () -> USERS);

    static {
        // A new title is a new address.
        ARTICLES.on(
                ModelEvent.SAVING,
                article -> Mono.fromRunnable(() -> {
                    if (article.isDirty(TITLE)) {
                        article.set(SLUG, Slug.of(article.get(TITLE)));
                    }
                }));
    }

    public Article() {
        super(ARTICLES);
    }

    /** The article of that address; an error when there is none. */
    public static Mono<Article> at(String slug) {
        return ARTICLES.where(SLUG.eq(slug)).firstOrFail();
    }

    public static Scope<Article> tagged(String tag) {
        return articles -> articles.whereHas(TAGS, tags -> tags.where(Tag.NAME.eq(tag)));
    }

    public static Scope<Article> by(String username) {
        return articles -> articles.whereHas(AUTHOR, User.named(username));
    }

    public static Scope<Article> likedBy(String username) {
        return articles -> articles.whereHas(FANS, User.named(username));
    }

    /** Those of authors whom the user follows. */
    public static Scope<Article> followedBy(CurrentUser user) {
        return articles -> articles.whereHas(AUTHOR, authors -> authors.whereHas(User.FOLLOWERS, User.is(user)));
    }

    /** With all that an {@link ArticleView} shows to the viewer: three statements, however many articles. */
    public static Scope<Article> seenBy(@Nullable CurrentUser viewer) {
        return articles -> articles.with(AUTHOR, User.seenBy(viewer))
                .with(TAGS, tags -> tags.orderBy(Tag.NAME))
                .withCount(FANS)
                .withExists(FANS, User.is(viewer));
    }

    /** A list shows no bodies, so none are read. */
    public static Scope<Article> withoutBody() {
        return articles -> articles.select("author_id", "slug", "title", "description", "created_at", "updated_at");
    }

    public String slug() {
        return get(SLUG);
    }

    public long authorId() {
        return get(AUTHOR_ID);
    }

    /** The names of its tags, once they are loaded. */
    public List<String> tagNames() {
        return get(TAGS).pluck(Tag.NAME);
    }
}
