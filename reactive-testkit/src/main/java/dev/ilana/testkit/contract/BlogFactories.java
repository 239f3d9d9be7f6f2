package dev.ilana.testkit.contract;

import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Profile;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.factory.Factory;

/** The factories of the blog, as a user would declare them. */
final class BlogFactories {

    static final Factory<User> USER = Factory.of(
                    User.USERS,
                    fake -> new User()
                            .name(fake.name().fullName())
                            .email("user" + fake.sequence("email") + "@example.org")
                            .age(fake.number().numberBetween(18, 80)))
            .state("admin", user -> user.set(User.KIND, User.Kind.ADMIN))
            .state("old", (user, fake) -> user.age(fake.number().numberBetween(80, 99)));

    static final Factory<Post> POST = Factory.of(
            Post.POSTS, fake -> new Post().set(Post.TITLE, fake.lorem().sentence(3)));

    static final Factory<Comment> COMMENT = Factory.of(
            Comment.COMMENTS,
            fake -> new Comment().set(Comment.BODY, fake.lorem().sentence(5)));

    static final Factory<Profile> PROFILE = Factory.of(
            Profile.PROFILES,
            fake -> new Profile().set(Profile.BIO, fake.lorem().sentence(5)));

    static final Factory<Role> ROLE =
            Factory.of(Role.ROLES, fake -> new Role().set(Role.NAME, "role" + fake.sequence()));

    private BlogFactories() {}
}
