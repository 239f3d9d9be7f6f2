package dev.ilana.examples.realworld.article;

import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.examples.realworld.article.Article.ARTICLES;
import static dev.ilana.examples.realworld.article.Article.AUTHOR_ID;
import static dev.ilana.examples.realworld.article.Article.SLUG;

import dev.ilana.DB;
import dev.ilana.examples.realworld.error.Form;
import dev.ilana.examples.realworld.security.CurrentUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One article: reading and writing it. */
@RestController
@RequestMapping("/articles")
class ArticleController {

    @GetMapping("/{slug}")
    Mono<ArticleView.Body> article(@PathVariable String slug, @Nullable CurrentUser viewer) {
        return view(slug, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ArticleView.Body> create(
            CurrentUser me, @RequestBody Map<String, @Nullable Map<String, @Nullable Object>> body) {
        Form form = Form.of(body, "article");
        return DB.transaction(
                        () -> ARTICLES.make(form.fillable(ARTICLES))
                                .set(AUTHOR_ID, me.id())
                                .save()
                                .flatMap(article -> tagged(article, form)),
                        attempts(3))
                .flatMap(article -> view(article.slug(), me));
    }

    @PutMapping("/{slug}")
    Mono<ArticleView.Body> update(
            CurrentUser me,
            @PathVariable String slug,
            @RequestBody Map<String, @Nullable Map<String, @Nullable Object>> body) {
        Form form = Form.of(body, "article");
        return DB.transaction(
                        () -> own(slug, me)
                                .flatMap(article ->
                                        article.fill(form.fillable(ARTICLES)).save())
                                .flatMap(article -> form.has("tagList") ? tagged(article, form) : Mono.just(article)),
                        attempts(3))
                .flatMap(article -> view(article.slug(), me));
    }

    @DeleteMapping("/{slug}")
    Mono<Void> delete(CurrentUser me, @PathVariable String slug) {
        return own(slug, me).flatMap(Article::delete).then();
    }

    private static Mono<Article> own(String slug, CurrentUser me) {
        return Article.at(slug).doOnNext(article -> me.mustBe(article.authorId()));
    }

    private static Mono<Article> tagged(Article article, Form form) {
        return Tag.keysOf(form.texts("tagList"))
                .flatMap(keys -> Article.TAGS.of(article).sync(keys))
                .thenReturn(article);
    }

    static Mono<ArticleView.Body> view(String slug, @Nullable CurrentUser viewer) {
        return ARTICLES.where(SLUG.eq(slug))
                .scope(Article.seenBy(viewer))
                .firstOrFail()
                .map(ArticleView::of)
                .map(ArticleView.Body::new);
    }
}
