package dev.ilana.examples.realworld;

import static dev.ilana.examples.realworld.Service.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.examples.realworld.article.Article;
import dev.ilana.examples.realworld.comment.Comment;
import dev.ilana.examples.realworld.user.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of an article. */
interface CommentApi extends Service {

    default Article discussed() {
        return made(Factories.ARTICLE.create());
    }

    @CanIgnoreReturnValue
    default Comment said(User author, Article article) {
        return made(Factories.COMMENT
                .forParent(author, Comment.AUTHOR)
                .forParent(article, Comment.ARTICLE)
                .create());
    }

    @Test
    default void aCommentIsAnsweredWithItsAuthor() {
        User me = someone();

        as(me).post("/articles/" + discussed().slug() + "/comments", "comment", Map.of("body", "Thank you so much!"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.comment.id")
                .isNumber()
                .jsonPath("$.comment.body")
                .isEqualTo("Thank you so much!")
                .jsonPath("$.comment.createdAt")
                .isNotEmpty()
                .jsonPath("$.comment.updatedAt")
                .isNotEmpty()
                .jsonPath("$.comment.author.username")
                .isEqualTo(me.get(User.USERNAME));
    }

    @Test
    default void commentsAreForEverybodyAndTellVisitorsFromFollowers() {
        User author = someone();
        User follower = someone();
        Article article = discussed();
        said(author, article);
        made(User.FOLLOWERS.of(author).attach(List.of(follower.id())));

        api().get("/articles/{slug}/comments", article.slug())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.comments.length()")
                .isEqualTo(1)
                .jsonPath("$.comments[0].author.following")
                .isEqualTo(false);
        as(follower)
                .get("/articles/{slug}/comments", article.slug())
                .expectBody()
                .jsonPath("$.comments[0].author.following")
                .isEqualTo(true);
    }

    @Test
    default void commentsTakeAsManyStatementsForTenAsForOne() {
        Article article = discussed();
        made(Factories.COMMENT.forParent(article, Comment.ARTICLE).times(10).create());

        int statements = statementsOf(() -> api().get("/articles/{slug}/comments", article.slug())
                .expectBody()
                .jsonPath("$.comments.length()")
                .isEqualTo(10));

        assertThat(statements).isEqualTo(3);
    }

    @Test
    default void anEmptyCommentIsInvalid() {
        String path = "/articles/" + discussed().slug() + "/comments";

        refuses(as(someone()).post(path, "comment", Map.of("body", " ")), 422, "body", "is required");
        refuses(as(someone()).post(path, "comment", Map.of()), 422, "body", "is required");
    }

    @Test
    default void aVisitorCantComment() {
        Article article = discussed();
        Comment comment = said(someone(), article);

        refuses(
                api().post("/articles/" + article.slug() + "/comments", "comment", Map.of("body", "x")),
                401,
                "body",
                "a token is required");
        refuses(
                api().delete("/articles/{slug}/comments/{id}", article.slug(), comment.id()),
                401,
                "body",
                "a token is required");
    }

    @Test
    default void onesOwnCommentIsDeletedAndAnothersIsNot() {
        User me = someone();
        Article article = discussed();
        Comment mine = said(me, article);
        Comment theirs = said(someone(), article);

        as(me).delete("/articles/{slug}/comments/{id}", article.slug(), mine.id())
                .expectStatus()
                .isOk();
        refuses(
                as(me).delete("/articles/{slug}/comments/{id}", article.slug(), theirs.id()),
                403,
                "body",
                "belongs to somebody else");
        api().get("/articles/{slug}/comments", article.slug())
                .expectBody()
                .jsonPath("$.comments[*].id")
                .isEqualTo(List.of((int) theirs.id()));
    }

    @Test
    default void aCommentThatIsNoneOrOfAnotherArticleIsNotFound() {
        User me = someone();
        Article article = discussed();
        Comment elsewhere = said(me, discussed());

        refuses(api().get("/articles/none/comments"), 404, "body", "not found");
        refuses(as(me).post("/articles/none/comments", "comment", Map.of("body", "x")), 404, "body", "not found");
        refuses(as(me).delete("/articles/{slug}/comments/0", article.slug()), 404, "body", "not found");
        refuses(
                as(me).delete("/articles/{slug}/comments/{id}", article.slug(), elsewhere.id()),
                404,
                "body",
                "not found");
    }
}
