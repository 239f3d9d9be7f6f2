package dev.ilana.examples.realworld.article;

import static dev.ilana.examples.realworld.article.Article.ARTICLES;

import dev.ilana.examples.realworld.security.CurrentUser;
import dev.ilana.model.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists of articles: four statements each, however many articles. */
@RestController
class ArticleListController {

    @GetMapping("/articles")
    Mono<ArticleView.Slice> list(ArticleFilter filter, Paging paging, @Nullable CurrentUser viewer) {
        return slice(filter, paging, viewer);
    }

    @GetMapping("/articles/feed")
    Mono<ArticleView.Slice> feed(CurrentUser me, Paging paging) {
        return slice(Article.followedBy(me), paging, me);
    }

    @GetMapping("/tags")
    Mono<Tags> tags() {
        return Tag.TAGS
                .has(Tag.ARTICLES_TAGGED)
                .orderBy(Tag.NAME)
                .pluck(Tag.NAME)
                .collectList()
                .map(Tags::new);
    }

    private static Mono<ArticleView.Slice> slice(Scope<Article> which, Paging paging, @Nullable CurrentUser viewer) {
        Mono<List<ArticleView>> articles = ARTICLES.scope(which)
                .scope(paging)
                .scope(Article.withoutBody())
                .scope(Article.seenBy(viewer))
                .get()
                .map(ArticleView::inList)
                .collectList();
        return Mono.zip(articles, ARTICLES.scope(which).count(), ArticleView.Slice::new);
    }

    record Tags(List<String> tags) {}
}
