package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.model.Collection;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The models of a query in one hand, and what is loaded for all of them at once. */
public interface CollectionContract extends BlogContract {

    /** Ada, an admin of 36, has posts 1 to 3 of 100 views more each; Bob of 20 has one; Cy of no age has none. */
    @BeforeEach
    default void threeWriters(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36).set(User.KIND, Kind.ADMIN),
                User.named("Bob").age(20),
                User.named("Cy").set(User.AGE, null))));
        List<Post> posts = run.list(Post.POSTS.insertMany(Flux.range(1, 3)
                .map(i -> Post.by(users.get(0), "Ada " + i).views(i * 100))
                .concatWithValues(Post.by(users.get(1), "Bob 1").views(50))));
        run.list(Comment.COMMENTS.insertMany(
                Flux.fromIterable(posts).map(post -> Comment.on(post, "of " + post.title()))));
        run.forgetStatements();
    }

    private static Collection<User> users(Runner run) {
        Collection<User> users = run.get(USERS.orderBy(User.NAME).collection());
        run.forgetStatements();
        return users;
    }

    @Test
    @Feature("13.1")
    default void aQueryGivesItsModelsInOneHand(Runner run) {
        Collection<User> users = run.get(USERS.orderBy(User.NAME).collection());

        assertThat(run.statements()).hasSize(1);
        assertThat(users.pluck(User.NAME)).containsExactly("Ada", "Bob", "Cy");
        assertThat(run.get(USERS.where(User.NAME.eq("Zoe")).collection())).isEmpty();
        assertThat(run.get(users.get(0).posts().collection())).hasSize(3);
        assertThat(run.get(USERS.collection())).hasSize(3);
    }

    @Test
    @Feature("13.1")
    default void itsWordsTakeTypedKeysAndNames(Runner run) {
        Collection<User> users = users(run);
        User ada = users.get(0);

        assertThat(users.find(ada.get(User.ID))).contains(ada);
        assertThat(users.keyBy(User.ID)).containsEntry(ada.get(User.ID), ada);
        assertThat(users.groupBy(User.KIND).get(Kind.MEMBER)).hasSize(2);
        assertThat(users.groupBy("kind").get(Kind.ADMIN)).containsExactly(ada);
        assertThat(users.countBy(User.KIND)).containsEntry(Kind.MEMBER, 2L);
        assertThat(users.where(User.AGE, 36)).containsExactly(ada);
        assertThat(users.firstWhere("name", "Ada")).contains(ada);
        assertThat(users.sum(User.AGE)).isEqualByComparingTo("56");
        assertThat(users.avg("age").orElseThrow()).isEqualByComparingTo("28");
        assertThat(users.max(User.AGE)).contains(36);
        assertThat(users.sortByDesc(User.AGE).pluck(User.NAME)).containsExactly("Ada", "Bob", "Cy");
        assertThat(users.partition(user -> user.get(User.KIND) == Kind.ADMIN).failed())
                .hasSize(2);
        assertThat(users.modelKeys()).hasSize(3).startsWith(ada.get(User.ID));
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("13.1")
    default void itsWordsChooseAndSort(Runner run) {
        Collection<User> users = users(run);
        Collection<User> none = users.filter(user -> false);
        User ada = users.get(0);
        User cy = users.get(2);

        assertThat(users).isEqualTo(List.of(ada, users.get(1), cy));
        assertThat(users.toArray()).hasSize(3);
        assertThat(users.first()).contains(ada);
        assertThat(users.last()).contains(cy);
        assertThat(users.reject(user -> user.get(User.KIND) == Kind.MEMBER)).containsExactly(ada);
        assertThat(users.unique(User.KIND).pluck("name")).containsExactly("Ada", "Bob");
        assertThat(users.chunk(2)).hasSize(2).last().isEqualTo(Collection.make(cy));
        assertThat(users.skip(1).take(1).pluck(User.NAME)).containsExactly("Bob");
        assertThat(users.random(2)).hasSize(2).isSubsetOf(users);
        assertThat(users.shuffle()).containsExactlyInAnyOrderElementsOf(users);
        assertThat(users.sortBy(User.AGE).pluck(User.NAME)).containsExactly("Cy", "Bob", "Ada");
        assertThat(users.min(User.AGE)).contains(20);
        assertThat(users.map(User::name)).containsExactly("Ada", "Bob", "Cy");
        assertThat(users.<Integer>reduce(0, (sum, user) -> sum + user.name().length()))
                .isEqualTo(8);
        assertThat(users.tap(all -> assertThat(all).hasSize(3)).<Integer>pipe(Collection::size))
                .isEqualTo(3);
        assertThat(users.when(true, all -> all.take(1)).unless(true, all -> none))
                .containsExactly(ada);
        assertThat(none.whenEmpty(all -> users).whenNotEmpty(all -> all.take(1)))
                .containsExactly(ada);
        assertThat(none.isEmpty()).isTrue();
        assertThat(users.isNotEmpty()).isTrue();
        assertThat(Collection.times(2, i -> User.named("n" + i)).pluck(User.NAME))
                .containsExactly("n1", "n2");
    }

    @Test
    @Feature("13.1")
    default void twoReadsOfARowAreOneModelToIt(Runner run) {
        Collection<User> users = users(run);
        Collection<User> again = run.get(USERS.where(User.AGE.ge(18)).collection());

        assertThat(users.diff(again).pluck(User.NAME)).containsExactly("Cy");
        assertThat(users.intersect(again)).hasSize(2).isSubsetOf(users);
        assertThat(users.merge(again)).hasSize(3).containsAll(again);
    }

    @Test
    @Feature({"13.1", "11.2"})
    default void relationsAreLoadedForAllByOneStatementEach(Runner run) {
        Collection<User> users = users(run);

        assertThat(run.get(users.load(POSTS, ROLES))).isSameAs(users);

        assertThat(run.statements()).hasSize(2);
        assertThat(users.map(user -> user.get(POSTS).size())).containsExactly(3, 1, 0);
        assertThat(users.flatten(POSTS).sum(Post.VIEWS)).isEqualByComparingTo("650");
        assertThat(users.flatten(ROLES)).isEmpty();
    }

    @Test
    @Feature("11.2")
    default void aLoadMayBeConstrainedAndItsLimitCountsForEach(Runner run) {
        Collection<User> users = users(run);

        run.get(users.load(
                POSTS, posts -> posts.orderBy(Post.VIEWS.desc()).limit(1).with(Post.COMMENTS)));

        assertThat(run.statements()).hasSize(2);
        assertThat(users.flatten(POSTS).pluck(Post.TITLE)).containsExactlyInAnyOrder("Ada 3", "Bob 1");
        assertThat(users.flatten(POSTS).flatten(Post.COMMENTS)).hasSize(2);
    }

    @Test
    @Feature("11.2")
    default void pathsAreLoadedByName(Runner run) {
        Collection<User> users = users(run);

        run.get(users.load("posts.comments", "roles"));

        assertThat(run.statements()).hasSize(3);
        assertThat(users.flatten(POSTS).flatten(Post.COMMENTS)).hasSize(4);
        assertThat(run.error(users.load("psots"))).isInstanceOf(UnknownRelationException.class);
        assertThat(run.error(users.loadMissing("posts.commments"))).isInstanceOf(UnknownRelationException.class);
    }

    @Test
    @Feature("11.2")
    default void loadMissingAsksForThoseAloneThatLackIt(Runner run) {
        Collection<User> users = users(run);
        run.get(users.get(0).load(POSTS));
        Collection<Post> adas = users.get(0).get(POSTS);
        run.forgetStatements();

        run.get(users.loadMissing(POSTS));

        assertThat(run.statements()).hasSize(1);
        assertThat(users.get(0).get(POSTS)).isSameAs(adas);
        assertThat(users.map(user -> user.get(POSTS).size())).containsExactly(3, 1, 0);
        run.forgetStatements();
        run.get(users.loadMissing(POSTS));
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("11.2")
    default void loadMissingByAPathLooksAtEachLevel(Runner run) {
        Collection<User> users = users(run);
        run.get(users.load(POSTS));
        Collection<Post> adas = users.get(0).get(POSTS);
        run.get(adas.load(Post.COMMENTS));
        Collection<Comment> kept = adas.get(0).get(Post.COMMENTS);
        run.forgetStatements();

        run.get(users.loadMissing("posts.comments", "posts.comments.post"));

        assertThat(run.statements()).as("Bob's comments, and the posts of all").hasSize(2);
        assertThat(adas.get(0).get(Post.COMMENTS)).isSameAs(kept);
        assertThat(users.flatten(POSTS).flatten(Post.COMMENTS).flatten(Comment.POST))
                .hasSize(4);
    }

    @Test
    @Feature({"13.1", "4.2"})
    default void countsAreLoadedForAllByOneStatement(Runner run) {
        Collection<User> users = users(run);

        run.get(users.loadCount(POSTS, ROLES));

        assertThat(run.statements()).hasSize(1);
        assertThat(users.map(user -> user.countOf(POSTS))).containsExactly(3L, 1L, 0L);
        assertThat(users.map(user -> user.countOf(ROLES))).containsOnly(0L);
        run.get(users.loadCount(POSTS, posts -> posts.where(Post.VIEWS.gt(100))));
        assertThat(users.map(user -> user.countOf(POSTS))).containsExactly(2L, 0L, 0L);
    }

    @Test
    @Feature({"11.2", "4.2"})
    default void oneModelLoadsAsWell(Runner run) {
        User ada = users(run).get(0);

        run.get(ada.loadMissing(POSTS));
        run.get(ada.loadMissing(POSTS));
        run.get(ada.loadMissing("posts.comments"));
        run.get(ada.loadCount(POSTS, ROLES));
        run.get(ada.load("roles"));

        assertThat(run.statements()).as("posts, comments, counts, roles").hasSize(4);
        assertThat(ada.get(POSTS).flatten(Post.COMMENTS)).hasSize(3);
        assertThat(ada.countOf(POSTS)).isEqualTo(3);
        assertThat(ada.get(ROLES)).isEmpty();
    }

    @Test
    @Feature("13.1")
    default void freshReadsAgainInTheSameOrderWithoutWhatIsGone(Runner run) {
        Collection<User> users = users(run).sortByDesc(User.NAME);
        run.get(users.get(0).forceDelete());
        run.get(users.get(1).delete());
        run.get(DB.table("users").where("name", "Ada").update(Map.of("age", 37)));
        users.get(2).set(User.AGE, 1);
        run.forgetStatements();

        Collection<User> fresh = run.get(users.fresh());

        assertThat(run.statements()).hasSize(1);
        assertThat(fresh.pluck(User.NAME)).as("a softly deleted row is there").containsExactly("Bob", "Ada");
        assertThat(fresh.get(0).trashed()).isTrue();
        assertThat(fresh.get(1).get(User.AGE)).isEqualTo(37);
        assertThat(users.get(2).get(User.AGE))
                .as("the old models stay as they were")
                .isEqualTo(1);
    }

    @Test
    @Feature("13.1")
    default void aLoadedRelationIsACollectionToo(Runner run) {
        User ada = run.get(USERS.with(POSTS).orderBy(User.NAME).first());

        assertThat(ada.get(POSTS).sortByDesc(Post.VIEWS).first().orElseThrow().title())
                .isEqualTo("Ada 3");
        assertThat(ada.get(POSTS).max(Post.VIEWS)).contains(300);
    }

    @Test
    @Feature({"13.1", "14.2"})
    default void loadsRunInTheTransactionOfTheContext(Runner run) {
        Collection<User> users = users(run);

        Throwable error = run.error(DB.transaction(() -> users.get(2)
                .posts()
                .create(Map.of("title", "Cy 1"))
                .then(users.load(POSTS))
                .flatMap(loaded -> {
                    assertThat(loaded.map(user -> user.get(POSTS).size())).containsExactly(3, 1, 1);
                    return Mono.error(new IllegalStateException("roll back"));
                })));

        assertThat(error).hasMessage("roll back");
        assertThat(run.get(users.get(2).posts().count())).isZero();
    }

    @Test
    @Feature("13.1")
    default void whatIsNotLoadedCantBeFlattened(Runner run) {
        Collection<User> users = users(run);

        assertThatThrownBy(() -> users.flatten(POSTS)).isInstanceOf(RelationNotLoadedException.class);
    }
}
