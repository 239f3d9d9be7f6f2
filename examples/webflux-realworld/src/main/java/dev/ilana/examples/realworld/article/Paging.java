package dev.ilana.examples.realworld.article;

import dev.ilana.model.ModelQuery;
import dev.ilana.model.Scope;
import org.jspecify.annotations.Nullable;

/** {@code ?limit=…&offset=…}: which part of a list, the latest first. */
record Paging(@Nullable Integer limit, @Nullable Integer offset) implements Scope<Article> {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    @Override
    public ModelQuery<Article> apply(ModelQuery<Article> articles) {
        return articles.orderByDesc(Article.ID)
                .limit(limit == null ? USUAL : Math.min(Math.max(limit, 0), MOST))
                .offset(offset == null ? 0 : Math.max(offset, 0));
    }
}
