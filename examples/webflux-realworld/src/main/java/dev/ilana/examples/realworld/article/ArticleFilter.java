package dev.ilana.examples.realworld.article;

import dev.ilana.model.ModelQuery;
import dev.ilana.model.Scope;
import org.jspecify.annotations.Nullable;

/** {@code ?tag=…&author=…&favorited=…}: which articles are listed. */
record ArticleFilter(
        @Nullable String tag,
        @Nullable String author,
        @Nullable String favorited) implements Scope<Article> {

    @Override
    public ModelQuery<Article> apply(ModelQuery<Article> articles) {
        return articles.when(tag, (some, name) -> some.scope(Article.tagged(name)))
                .when(author, (some, name) -> some.scope(Article.by(name)))
                .when(favorited, (some, name) -> some.scope(Article.likedBy(name)));
    }
}
