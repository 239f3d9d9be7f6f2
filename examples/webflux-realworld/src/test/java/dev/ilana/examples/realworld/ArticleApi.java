package dev.ilana.examples.realworld;

import static dev.ilana.examples.realworld.Service.refuses;
import static dev.ilana.examples.realworld.article.Article.ARTICLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.examples.realworld.article.Article;
import dev.ilana.examples.realworld.user.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One article: reading it, writing it, liking it. */
interface ArticleApi extends Service {

    Map<String, Object> DRAGON = Map.of(
            "title", "How to train your dragon",
            "description", "Ever wonder how?",
            "body", "You have to believe",
            "tagList", List.of("training", "dragons"));

    default Article written(User author) {
        return made(Factories.ARTICLE.forParent(author, Article.AUTHOR).create());
    }

    @Test
    default void whatIsWrittenIsAnsweredWhole() {
        User me = someone();

        as(me).post("/articles", "article", DRAGON)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.article.slug")
                .value(String.class, slug -> assertThat(slug).startsWith("how-to-train-your-dragon-"))
                .jsonPath("$.article.title")
                .isEqualTo("How to train your dragon")
                .jsonPath("$.article.description")
                .isEqualTo("Ever wonder how?")
                .jsonPath("$.article.body")
                .isEqualTo("You have to believe")
                .jsonPath("$.article.tagList")
                .isEqualTo(List.of("dragons", "training"))
                .jsonPath("$.article.createdAt")
                .value(
                        String.class,
                        time -> assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .jsonPath("$.article.updatedAt")
                .isNotEmpty()
                .jsonPath("$.article.favorited")
                .isEqualTo(false)
                .jsonPath("$.article.favoritesCount")
                .isEqualTo(0)
                .jsonPath("$.article.author.username")
                .isEqualTo(me.get(User.USERNAME))
                .jsonPath("$.article.author.following")
                .isEqualTo(false);
    }

    @Test
    default void aTitleMayBeUsedTwice() {
        User me = someone();

        as(me).post("/articles", "article", DRAGON).expectStatus().isCreated();
        as(me).post("/articles", "article", DRAGON).expectStatus().isCreated();
    }

    @Test
    default void anArticleIsForEverybody() {
        Article article = written(someone());

        api().get("/articles/{slug}", article.slug())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.body")
                .isEqualTo(article.get(Article.BODY))
                .jsonPath("$.article.tagList.length()")
                .isEqualTo(0);
    }

    @Test
    default void anArticleOfSomebodyFollowedSaysSo() {
        User me = someone();
        User author = someone();
        made(User.FOLLOWERS.of(author).attach(List.of(me.id())));

        as(me).get("/articles/{slug}", written(author).slug())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.author.following")
                .isEqualTo(true);
    }

    @Test
    default void allThatIsMissingIsSaidAtOnce() {
        as(someone())
                .post("/articles", "article", Map.of("title", "", "body", "x"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("{\"errors\": {\"title\": [\"is required\"], \"description\": [\"is required\"]}}");
    }

    @Test
    default void whatIsNoTextIsInvalid() {
        Map<String, Object> wrong = Map.of("title", Map.of("a", 1), "description", "d", "body", "b");

        as(someone()).post("/articles", "article", wrong).expectStatus().isEqualTo(422);
    }

    @Test
    default void anArticleWithABadTagIsNotThereAtAll() {
        User me = someone();
        Map<String, Object> wrong =
                Map.of("title", "t", "description", "d", "body", "b", "tagList", List.of("x".repeat(61)));

        refuses(as(me).post("/articles", "article", wrong), 422, "tagList", "must have at most 60 characters each");
        assertThat(made(ARTICLES.where(Article.AUTHOR_ID.eq(me.id())).count())).isZero();
    }

    @Test
    default void aTagListThatIsNoneIsInvalid() {
        Map<String, Object> wrong = Map.of("title", "t", "description", "d", "body", "b", "tagList", "dragons");

        refuses(as(someone()).post("/articles", "article", wrong), 422, "tagList", "must be a list of texts");
    }

    @Test
    default void aVisitorCantWrite() {
        String slug = written(someone()).slug();

        refuses(api().post("/articles", "article", DRAGON), 401, "body", "a token is required");
        refuses(api().put("/articles/" + slug, "article", DRAGON), 401, "body", "a token is required");
        refuses(api().delete("/articles/{slug}", slug), 401, "body", "a token is required");
        refuses(api().post("/articles/{slug}/favorite", slug), 401, "body", "a token is required");
        refuses(api().delete("/articles/{slug}/favorite", slug), 401, "body", "a token is required");
    }

    @Test
    default void aNewTitleIsANewAddress() {
        User me = someone();
        Article article = written(me);

        as(me).put("/articles/" + article.slug(), "article", Map.of("title", "Did you train it?"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.slug")
                .value(String.class, slug -> assertThat(slug).startsWith("did-you-train-it-"))
                .jsonPath("$.article.body")
                .isEqualTo(article.get(Article.BODY));
        refuses(api().get("/articles/{slug}", article.slug()), 404, "body", "not found");
    }

    @Test
    default void aNewBodyKeepsTheAddressAndTheTags() {
        User me = someone();
        Article article = made(Factories.ARTICLE
                .forParent(me, Article.AUTHOR)
                .hasAttached(Factories.TAG.times(2), Article.TAGS)
                .create());

        as(me).put("/articles/" + article.slug(), "article", Map.of("body", "With two hands"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.slug")
                .isEqualTo(article.slug())
                .jsonPath("$.article.body")
                .isEqualTo("With two hands")
                .jsonPath("$.article.tagList.length()")
                .isEqualTo(2);
    }

    @Test
    default void newTagsReplaceTheOldOnes() {
        User me = someone();
        Article article = made(Factories.ARTICLE
                .forParent(me, Article.AUTHOR)
                .hasAttached(Factories.TAG.times(2), Article.TAGS)
                .create());

        as(me).put("/articles/" + article.slug(), "article", Map.of("tagList", List.of("sync")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.tagList")
                .isEqualTo(List.of("sync"));
    }

    @Test
    default void anEmptyTitleIsInvalidForAnUpdateToo() {
        User me = someone();

        refuses(
                as(me).put("/articles/" + written(me).slug(), "article", Map.of("title", "")),
                422,
                "title",
                "is required");
    }

    @Test
    default void anothersArticleIsForbidden() {
        Article theirs = written(someone());

        refuses(
                as(someone()).put("/articles/" + theirs.slug(), "article", Map.of("body", "x")),
                403,
                "body",
                "belongs to somebody else");
        refuses(as(someone()).delete("/articles/{slug}", theirs.slug()), 403, "body", "belongs to somebody else");
        api().get("/articles/{slug}", theirs.slug()).expectStatus().isOk();
    }

    @Test
    default void anArticleThatIsNoneIsNotFound() {
        Api me = as(someone());

        refuses(api().get("/articles/none"), 404, "body", "not found");
        refuses(me.put("/articles/none", "article", Map.of("body", "x")), 404, "body", "not found");
        refuses(me.delete("/articles/none"), 404, "body", "not found");
        refuses(me.post("/articles/none/favorite"), 404, "body", "not found");
        refuses(me.delete("/articles/none/favorite"), 404, "body", "not found");
    }

    @Test
    default void anArticleIsDeletedWithAllThatIsItsOwn() {
        User me = someone();
        Article article = made(Factories.ARTICLE
                .forParent(me, Article.AUTHOR)
                .hasAttached(Factories.TAG, Article.TAGS)
                .create());
        as(me).post("/articles/{slug}/favorite", article.slug()).expectStatus().isOk();
        as(me).post("/articles/" + article.slug() + "/comments", "comment", Map.of("body", "Mine"))
                .expectStatus()
                .isOk();

        as(me).delete("/articles/{slug}", article.slug()).expectStatus().isOk();

        refuses(api().get("/articles/{slug}", article.slug()), 404, "body", "not found");
    }

    @Test
    default void anArticleIsLikedByEachOnce() {
        String slug = written(someone()).slug();
        Api me = as(someone());
        as(someone()).post("/articles/{slug}/favorite", slug).expectStatus().isOk();

        for (int times = 0; times < 2; times++) {
            me.post("/articles/{slug}/favorite", slug)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.article.favorited")
                    .isEqualTo(true)
                    .jsonPath("$.article.favoritesCount")
                    .isEqualTo(2);
        }
        me.delete("/articles/{slug}/favorite", slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.favorited")
                .isEqualTo(false)
                .jsonPath("$.article.favoritesCount")
                .isEqualTo(1);
    }
}
