package dev.ilana.examples.realworld;

import static dev.ilana.examples.realworld.article.Article.ARTICLES;
import static dev.ilana.examples.realworld.comment.Comment.COMMENTS;
import static dev.ilana.examples.realworld.user.User.USERS;

import dev.ilana.examples.realworld.article.Article;
import dev.ilana.examples.realworld.article.Tag;
import dev.ilana.examples.realworld.comment.Comment;
import dev.ilana.examples.realworld.user.User;
import dev.ilana.testkit.factory.Factory;

/** Made-up people and what they write. */
final class Factories {

    static final Factory<User> USER = Factory.of(
            USERS,
            fake -> new User()
                    .set(User.USERNAME, "user" + fake.sequence("user"))
                    .set(User.EMAIL, "user" + fake.sequence("email") + "@example.org")
                    .set(User.PASSWORD, "never matched")
                    .set(User.BIO, fake.lorem().sentence()));

    static final Factory<Tag> TAG = Factory.of(Tag.TAGS, fake -> new Tag().set(Tag.NAME, "tag" + fake.sequence("tag")));

    static final Factory<Article> ARTICLE = Factory.of(
                    ARTICLES,
                    fake -> new Article()
                            .set(Article.TITLE, "How to " + fake.lorem().word())
                            .set(Article.DESCRIPTION, fake.lorem().sentence())
                            .set(Article.BODY, fake.lorem().paragraph()))
            .forParent(USER, Article.AUTHOR);

    static final Factory<Comment> COMMENT = Factory.of(
                    COMMENTS,
                    fake -> new Comment().set(Comment.BODY, fake.lorem().sentence()))
            .forParent(USER, Comment.AUTHOR);

    private Factories() {}
}
