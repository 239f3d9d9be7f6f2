package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Post.POSTS;
import static dev.ilana.testkit.docs.Role.ROLES;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.USERS;

import dev.ilana.testkit.docs.User.Kind;
import dev.ilana.testkit.factory.Factory;

/** The factories of the pages' models. */
final class UserFactory {

    // tag::factory
    static final Factory<User> USER = Factory.of(
                    USERS,
                    fake -> new User()
                            .name(fake.name().fullName())
                            .email("user" + fake.sequence("email") + "@example.org"))
            .state("admin", user -> user.set(KIND, Kind.ADMIN))
            .state("old", (user, fake) -> user.age(fake.number().numberBetween(80, 99)));

    static final Factory<Post> POST =
            Factory.of(POSTS, fake -> new Post().set(Post.TITLE, fake.lorem().sentence()));
    // end::factory

    static final Factory<Role> ROLE = Factory.of(ROLES, fake -> new Role().set(Role.NAME, "role" + fake.sequence()));

    private UserFactory() {}
}
