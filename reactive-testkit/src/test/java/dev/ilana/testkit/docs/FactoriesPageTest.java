package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Post.AUTHOR;
import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.POSTS;
import static dev.ilana.testkit.docs.User.ROLES;
import static dev.ilana.testkit.docs.User.USERS;
import static dev.ilana.testkit.docs.UserFactory.POST;
import static dev.ilana.testkit.docs.UserFactory.ROLE;
import static dev.ilana.testkit.docs.UserFactory.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.Table;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import dev.ilana.testkit.docs.User.Kind;
import dev.ilana.testkit.factory.Factory;
import dev.ilana.testkit.factory.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/factories.md}. */
class FactoriesPageTest extends PageTest {

    @Test
    void create() {
        // tag::create
        Mono<User> user = USER.create();
        Flux<User> admins = USER.state("admin").times(10).create();
        Mono<User> ada = USER.create(Map.of("name", "Ada")); // fillable or not
        Mono<User> eve = USER.set(NAME.to("Eve"), AGE.to(36)).make(); // not stored
        Mono<Map<String, @Nullable Object>> attributes = USER.raw();
        // end::create

        assertThat(run(user).isStored()).isTrue();
        assertThat(list(admins)).hasSize(10).allMatch(each -> each.get(KIND) == Kind.ADMIN);
        assertThat(run(ada).name()).isEqualTo("Ada");
        assertThat(run(eve).isStored()).isFalse();
        assertThat(run(attributes)).containsKey("email");
    }

    @Test
    void states() {
        boolean reviewed = true;
        // tag::states
        Trait<User> editor = users -> users.state("admin").has(POST.times(2), POSTS);

        Flux<User> users = USER.configure(editor)
                .when(reviewed, each -> each.state("old"))
                .sequence(NAME, "Ada", "Alan") // in turn
                .sequenceFor(User.EMAIL, n -> "editor" + n + "@example.org")
                .times(3)
                .create();
        // end::states

        assertThat(list(users)).hasSize(3).extracting(User::name).containsExactly("Ada", "Alan", "Ada");
    }

    @Test
    void relations() {
        List<Role> roles = list(ROLE.times(2).create());
        // tag::relations
        Flux<User> writers = USER.has(POST.times(3), POSTS).times(10).create(); // three posts each
        Mono<User> member = USER.hasAttached(ROLE, ROLES) // a new one
                .hasAttached(roles, ROLES) // and those
                .create();
        Flux<Post> posts = POST.forParent(USER.state("admin"), AUTHOR).times(5).create(); // five authors
        // end::relations

        assertThat(list(writers))
                .allSatisfy(each -> assertThat(each.loadedPosts()).hasSize(3));
        assertThat(run(member).get(ROLES)).hasSize(3);
        assertThat(list(posts)).extracting(each -> each.get(Post.USER_ID)).doesNotHaveDuplicates();
    }

    @Test
    void recycle() {
        User ada = run(USER.create());
        // tag::recycle
        Flux<Post> hers = POST.recycle(ada).times(5).create(); // by any belongsTo to her table
        Flux<Post> hersToo = POST.forParent(ada, AUTHOR).times(5).create();
        // end::recycle

        assertThat(list(hers)).allMatch(each -> each.get(AUTHOR) == ada);
        assertThat(list(hersToo)).allMatch(each -> each.get(AUTHOR) == ada);
    }

    @Test
    void callbacks() {
        // tag::callbacks
        Factory<User> writer = USER.state("writing", user -> user)
                .afterMaking(user -> user.name(user.name().toUpperCase(Locale.ROOT)))
                .afterCreating((user, factory) ->
                        factory.hasState("writing") ? user.posts().create(Post.TITLE.to("Hello")) : Mono.empty());
        // end::callbacks

        assertThat(run(run(writer.state("writing").create()).posts().count())).isEqualTo(1);
        assertThat(run(run(writer.create()).posts().count())).isZero();
    }

    @Test
    void batches() {
        // tag::batches
        Flux<User> many = USER.has(POST.times(3), POSTS).times(2_000).createInBatches(500);
        Mono<Long> rows = USER.times(5_000).bulk();
        // end::batches

        assertThat(run(many.count())).isEqualTo(2_000);
        assertThat(statements().size()).isLessThan(100);
        assertThat(run(rows)).isEqualTo(5_000);
        assertThat(run(Post.POSTS.count())).isEqualTo(6_000);
    }

    @Test
    void seed() {
        // tag::seed
        Flux<User> same = USER.has(POST.times(2), POSTS).withSeed(42).times(3).make();
        // end::seed

        assertThat(list(same.map(User::name))).isEqualTo(list(same.map(User::name)));
    }

    @Test
    void dynamic() {
        DynamicModels models = DynamicModels.of(run(Catalog.of(db).schema()));
        // tag::dynamic
        Table<DynamicModel> users = models.model("users");
        Factory<DynamicModel> user = Factory.ofAttributes(
                users,
                fake -> Map.of(
                        "name", fake.name().fullName(), "email", fake.sequence() + "@example.org", "kind", "ADMIN"));
        Factory<DynamicModel> post = Factory.of(
                models.model("posts"),
                fake -> models.model("posts").make().set("title", fake.book().title()));

        Mono<DynamicModel> writer = user.has(post.times(3), "posts").create();
        // end::dynamic

        assertThat(run(writer).many("posts")).hasSize(3);
    }

    @Test
    void seeder() {
        // tag::seeder
        Seeder writers = Seeder.of(
                "Writers",
                seeding -> seeding.progress(
                        1_000,
                        progress -> USER.has(POST.times(3), POSTS)
                                .times(1_000)
                                .createInBatches(250)
                                .buffer(250)
                                .doOnNext(users -> progress.advance(users.size()))));
        // end::seeder

        assertThat(list(Seeders.of(writers).run(db))).hasSize(6);
        assertThat(run(USERS.count())).isEqualTo(1_000);
    }

    @Test
    void userSeeder() {
        // tag::userSeeder
        Seeder users = Seeder.of(
                "Users",
                seeding -> USER.times(50)
                        .create()
                        .thenMany(USER.state("admin").times(5).create()));
        // end::userSeeder

        assertThat(list(Seeders.of(users).run(db))).isNotEmpty();
        assertThat(run(USERS.count())).isEqualTo(55);
    }
}
