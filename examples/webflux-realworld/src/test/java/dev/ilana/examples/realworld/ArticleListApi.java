package dev.ilana.examples.realworld;

import static dev.ilana.examples.realworld.Service.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.examples.realworld.article.Article;
import dev.ilana.examples.realworld.article.Tag;
import dev.ilana.examples.realworld.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Lists of articles, and of tags. */
interface ArticleListApi extends Service {

    @CanIgnoreReturnValue
    default List<Article> written(User author, int articles) {
        return made(Factories.ARTICLE
                .forParent(author, Article.AUTHOR)
                .hasAttached(Factories.TAG.times(2), Article.TAGS)
                .times(articles)
                .create());
    }

    default User follower(User... authors) {
        User reader = someone();
        for (User author : authors) {
            made(User.FOLLOWERS.of(author).attach(List.of(reader.id())));
        }
        return reader;
    }

    private static void lists(ResponseSpec answer, int count, List<String> slugs) {
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.articlesCount")
                .isEqualTo(count)
                .jsonPath("$.articles[*].slug")
                .isEqualTo(slugs);
    }

    @Test
    default void aListHasTheLatestFirstAndNoBodies() {
        User author = someone();
        List<Article> articles = written(author, 2);

        ResponseSpec answer = api().get("/articles?author={name}", author.get(User.USERNAME));

        answer.expectBody()
                .jsonPath("$.articlesCount")
                .isEqualTo(2)
                .jsonPath("$.articles[0].slug")
                .isEqualTo(articles.get(1).slug())
                .jsonPath("$.articles[1].slug")
                .isEqualTo(articles.get(0).slug())
                .jsonPath("$.articles[0].body")
                .doesNotExist()
                .jsonPath("$.articles[0].tagList.length()")
                .isEqualTo(2)
                .jsonPath("$.articles[0].author.username")
                .isEqualTo(author.get(User.USERNAME));
    }

    @Test
    default void aListIsCutByLimitAndOffset() {
        User author = someone();
        List<Article> articles = written(author, 5);
        String name = author.get(User.USERNAME);

        lists(
                api().get("/articles?author={name}&limit=2&offset=1", name),
                5,
                List.of(articles.get(3).slug(), articles.get(2).slug()));
        lists(api().get("/articles?author={name}&offset=9", name), 5, List.of());
        refuses(api().get("/articles?limit=many"), 422, "body", "can't be read");
    }

    @Test
    default void aListHasTwentyUnlessItIsToldOtherwise() {
        User author = someone();
        written(author, 21);

        api().get("/articles?author={name}", author.get(User.USERNAME))
                .expectBody()
                .jsonPath("$.articles.length()")
                .isEqualTo(20)
                .jsonPath("$.articlesCount")
                .isEqualTo(21);
    }

    @Test
    default void aListIsOfATagOrOfWhatSomebodyLikes() {
        User reader = someone();
        List<Article> articles = written(someone(), 3);
        Article second = articles.get(1);
        String tag = second.get(Article.TAGS).get(0).name();
        as(reader)
                .post("/articles/{slug}/favorite", second.slug())
                .expectStatus()
                .isOk();
        String name = reader.get(User.USERNAME);

        lists(api().get("/articles?tag={tag}", tag), 1, List.of(second.slug()));
        lists(api().get("/articles?favorited={name}", name), 1, List.of(second.slug()));
        lists(api().get("/articles?favorited={name}&tag={tag}", name, tag), 1, List.of(second.slug()));
        lists(api().get("/articles?tag=none"), 0, List.of());
        lists(api().get("/articles?author=nobody"), 0, List.of());
    }

    @Test
    default void aFeedIsOfThoseWhomOneFollows() {
        User followed = someone();
        Article theirs = written(followed, 1).get(0);
        written(someone(), 1);
        User reader = follower(followed);

        lists(as(reader).get("/articles/feed"), 1, List.of(theirs.slug()));
        lists(as(someone()).get("/articles/feed"), 0, List.of());
        refuses(api().get("/articles/feed"), 401, "body", "a token is required");
    }

    @Test
    default void aFeedTakesAsManyStatementsForTwentyArticlesAsForTwo() {
        User two = someone();
        written(two, 2);
        User[] ten = made(Factories.USER.times(10).create()).toArray(User[]::new);
        for (User each : ten) {
            written(each, 2);
        }
        Api ofTwo = as(follower(two));
        Api ofTwenty = as(follower(ten));

        assertThat(statementsOf(() -> has(ofTwo, 2))).isEqualTo(4);
        assertThat(statementsOf(() -> has(ofTwenty, 20))).isEqualTo(4);
    }

    private static void has(Api reader, int articles) {
        reader.get("/articles/feed")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.articles.length()")
                .isEqualTo(articles)
                .jsonPath("$.articles[0].author.following")
                .isEqualTo(true);
    }

    @Test
    default void tagsAreThoseOfArticles() {
        Article article = written(someone(), 1).get(0);
        Tag unused = made(Factories.TAG.create());

        api().get("/tags")
                .expectStatus()
                .isOk()
                .expectBody(Tags.class)
                .value(found -> assertThat(found.tags())
                        .contains(article.get(Article.TAGS).get(0).name())
                        .doesNotContain(unused.name()));
    }

    record Tags(List<String> tags) {}
}
