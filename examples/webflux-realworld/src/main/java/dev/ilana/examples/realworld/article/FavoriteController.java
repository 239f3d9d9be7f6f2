package dev.ilana.examples.realworld.article;

import static dev.ilana.examples.realworld.article.Article.FANS;

import dev.ilana.error.UniqueViolationException;
import dev.ilana.examples.realworld.security.CurrentUser;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Liking an article, and not any more. To say it twice is as good as once. */
@RestController
@RequestMapping("/articles/{slug}/favorite")
class FavoriteController {

    @PostMapping
    Mono<ArticleView.Body> favorite(CurrentUser me, @PathVariable String slug) {
        return Article.at(slug)
                .flatMap(article ->
                        FANS.of(article).attach(List.of(me.id())).onErrorComplete(UniqueViolationException.class))
                .then(ArticleController.view(slug, me));
    }

    @DeleteMapping
    Mono<ArticleView.Body> unfavorite(CurrentUser me, @PathVariable String slug) {
        return Article.at(slug)
                .flatMap(article -> FANS.of(article).detach(List.of(me.id())))
                .then(ArticleController.view(slug, me));
    }
}
