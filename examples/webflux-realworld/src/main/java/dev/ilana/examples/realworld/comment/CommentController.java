package dev.ilana.examples.realworld.comment;

import static dev.ilana.examples.realworld.comment.Comment.ARTICLE;
import static dev.ilana.examples.realworld.comment.Comment.AUTHOR;
import static dev.ilana.examples.realworld.comment.Comment.AUTHOR_ID;
import static dev.ilana.examples.realworld.comment.Comment.COMMENTS;

import dev.ilana.examples.realworld.article.Article;
import dev.ilana.examples.realworld.error.Form;
import dev.ilana.examples.realworld.security.CurrentUser;
import dev.ilana.examples.realworld.user.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is said of an article. */
@RestController
@RequestMapping("/articles/{slug}/comments")
class CommentController {

    @GetMapping
    Mono<CommentView.All> all(@PathVariable String slug, @Nullable CurrentUser viewer) {
        return Article.at(slug)
                .flatMapMany(article -> COMMENTS.scope(Comment.on(article))
                        .with(AUTHOR, User.seenBy(viewer))
                        .orderByDesc(Comment.ID)
                        .get())
                .map(CommentView::of)
                .collectList()
                .map(CommentView.All::new);
    }

    @PostMapping
    Mono<CommentView.Body> create(
            CurrentUser me,
            @PathVariable String slug,
            @RequestBody Map<String, @Nullable Map<String, @Nullable Object>> body) {
        Form form = Form.of(body, "comment");
        return Article.at(slug)
                .map(article -> ARTICLE.associate(COMMENTS.make(form.fillable(COMMENTS)), article))
                .flatMap(comment -> comment.set(AUTHOR_ID, me.id()).save())
                .flatMap(comment -> COMMENTS.with(AUTHOR, User.seenBy(me)).findOrFail(comment.id()))
                .map(CommentView::of)
                .map(CommentView.Body::new);
    }

    @DeleteMapping("/{id}")
    Mono<Void> delete(CurrentUser me, @PathVariable String slug, @PathVariable long id) {
        return Article.at(slug)
                .flatMap(article -> COMMENTS.scope(Comment.on(article)).findOrFail(id))
                .doOnNext(comment -> me.mustBe(comment.authorId()))
                .flatMap(Comment::delete)
                .then();
    }
}
