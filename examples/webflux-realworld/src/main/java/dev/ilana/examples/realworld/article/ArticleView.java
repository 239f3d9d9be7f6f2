package dev.ilana.examples.realworld.article;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ilana.examples.realworld.user.ProfileView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as its reader sees it; in a list it has no body. */
record ArticleView(
        String slug,
        String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String body,
        List<String> tagList,

        @JsonFormat(pattern = ArticleView.TIME, timezone = "UTC")
        Instant createdAt,

        @JsonFormat(pattern = ArticleView.TIME, timezone = "UTC")
        Instant updatedAt,

        boolean favorited,
        long favoritesCount,
        ProfileView author) {

    private static final String TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

    /** The body of an answer. */
    record Body(ArticleView article) {}

    /** Some of so many. */
    record Slice(List<ArticleView> articles, long articlesCount) {}

    /** Of an article that was read {@link Article#seenBy}. */
    static ArticleView of(Article article) {
        return of(article, article.get(Article.BODY));
    }

    /** The same, of one that was read {@link Article#withoutBody}. */
    static ArticleView inList(Article article) {
        return of(article, null);
    }

    private static ArticleView of(Article article, @Nullable String body) {
        return new ArticleView(
                article.slug(),
                article.get(Article.TITLE),
                article.get(Article.DESCRIPTION),
                body,
                article.tagNames(),
                article.get(Article.CREATED_AT),
                article.get(Article.UPDATED_AT),
                article.existsOf(Article.FANS),
                article.countOf(Article.FANS),
                ProfileView.of(article.get(Article.AUTHOR)));
    }
}
