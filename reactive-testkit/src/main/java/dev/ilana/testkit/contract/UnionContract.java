package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of several queries in one result. */
public interface UnionContract extends WritersContract {

    private static Query users() {
        return DB.table("users").select("name as label", "age as number");
    }

    private static Query posts() {
        return DB.table("posts").select("title", "views");
    }

    private static List<Object> labels(Runner run, Query query) {
        return run.list(query.get().mapNotNull(row -> row.get("label")));
    }

    @Test
    @Feature("8.7")
    default void aUnionHasTheRowsOfBothInOneOrder(Runner run) {
        Query all = users().where("age", ">", 30)
                .union(posts().where("views", ">", 15))
                .orderBy("label");

        assertThat(labels(run, all)).containsExactly("A2", "Ada", "B1", "B2", "Cy");
        assertThat(labels(run, all.limit(2).offset(1))).containsExactly("Ada", "B1");
        assertThat(labels(run, all.reorder().orderByDesc("number").orderBy("label")))
                .containsExactly("Cy", "Ada", "A2", "B1", "B2");
        assertThat(run.get(all.count())).isEqualTo(5);
        assertThat(run.get(all.sum("number", Long.class))).isEqualTo(170L);
        assertThat(run.get(all.exists())).isTrue();
        assertThat(run.get(all.first()).get("label")).isEqualTo("A2");
        assertThat(run.list(all.pluck("label"))).containsExactly("A2", "Ada", "B1", "B2", "Cy");
    }

    @Test
    @Feature("8.7")
    default void aUnionLeavesOutWhatIsAlikeAndUnionAllDoesNot(Runner run) {
        Query views = DB.table("posts").select("views");

        assertThat(run.list(views.union(views).orderBy("views").pluck("views", Integer.class)))
                .containsExactly(5, 10, 20, 30);
        assertThat(run.list(views.unionAll(views).pluck("views"))).hasSize(10);
        assertThat(run.list(views.union(views).unionAll(views).pluck("views"))).hasSize(9);
    }

    @Test
    @Feature("8.7")
    default void aPartKeepsItsOwnOrderLimitAndJoins(Runner run) {
        Query best = posts().join("users", "users.id", "posts.user_id")
                .where("users.name", "Bob")
                .orderByDesc("posts.title")
                .limit(1);

        assertThat(labels(run, users().where("name", "Di").unionAll(best).orderBy("label")))
                .containsExactly("B2", "Di");
        assertThat(labels(
                        run,
                        users().where("name", "Di")
                                .unionAll(best)
                                .orderByDesc("label")
                                .limit(1)))
                .containsExactly("Di");
        assertThat(labels(
                        run,
                        users().where("name", "Di")
                                .unionAll(posts().where("views", 5)
                                        .union(best)
                                        .orderByDesc("title")
                                        .limit(1))
                                .orderBy("label")))
                .containsExactly("C1", "Di");
        assertThat(labels(
                        run,
                        DB.table("users")
                                .join("posts", "posts.user_id", "users.id")
                                .select("posts.title as label", "posts.views")
                                .where("users.name", "Cy")
                                .union(best)
                                .orderBy("posts.views", "desc")))
                .containsExactly("B2", "C1");
    }

    @Test
    @Feature({"8.4", "8.7"})
    default void aUnionIsSortedByWhateverAQueryIs(Runner run) {
        Query all = users().unionAll(posts().where("views", 5));

        assertThat(labels(run, all.orderBy("number", "asc", "first"))).containsExactly("Di", "C1", "Bob", "Ada", "Cy");
        assertThat(labels(run, all.orderBy("number", "desc", "last"))).containsExactly("Cy", "Ada", "Bob", "C1", "Di");
        assertThat(labels(run, all.orderByRaw("lower(label) desc").limit(2))).containsExactly("Di", "Cy");
        assertThat(labels(run, all.inRandomOrder())).containsExactlyInAnyOrder("Ada", "Bob", "Cy", "Di", "C1");
    }

    @Test
    @Feature("8.7")
    default void modelsAreUnited(Runner run) {
        ModelQuery<User> ends = USERS.where(AGE.lt(20)).union(USERS.where(AGE.gt(60)));
        User ada = run.get(USERS.where(NAME.eq("Ada")).firstOrFail());
        User cy = run.get(USERS.where(NAME.eq("Cy")).firstOrFail());

        assertThat(run.list(ends.orderBy(NAME).get())).extracting(User::name).containsExactly("Bob", "Cy");
        assertThat(run.list(
                        ends.orderBy(AGE.desc().nullsLast()).with(User.POSTS).get()))
                .extracting(user -> user.get(User.POSTS).size())
                .containsExactly(1, 2);
        assertThat(run.get(ends.count())).isEqualTo(2);
        assertThat(run.get(ends.max(AGE))).isEqualTo(64);
        assertThat(run.get(ends.sum(AGE.plus(1)))).isEqualByComparingTo("83");
        assertThat(run.list(ends.orderBy(NAME)
                        .select(NAME, AGE)
                        .as((name, age) -> name + age)
                        .get()))
                .containsExactly("Bob17", "Cy64");
        assertThat(run.list(ends.orderBy(NAME).pluck(NAME.upper()))).containsExactly("BOB", "CY");
        assertThat(run.get(ends.paginate(1, 1)).total()).isEqualTo(2);
        assertThat(run.value(ends.find(ada.get(ID)))).isNull();
        assertThat(run.get(ends.find(cy.get(ID))).name()).isEqualTo("Cy");
        assertThat(run.list(ends.findMany(List.of(ada.get(ID), cy.get(ID)))))
                .extracting(User::name)
                .containsExactly("Cy");
        assertThat(run.error(ends.findOrFail(ada.get(ID)))).isInstanceOf(ModelNotFoundException.class);
        assertThatThrownBy(() -> ends.lazyById(2)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature({"8.7", "11.1"})
    default void aLimitForEachParentHoldsForAUnion(Runner run) {
        var users = USERS.with(
                        User.POSTS,
                        posts -> posts.where(Post.VIEWS.lt(20))
                                .union(Post.POSTS.where(Post.VIEWS.ge(20)))
                                .orderByDesc(Post.TITLE)
                                .limit(1))
                .orderBy(NAME)
                .get();

        assertThat(run.list(users))
                .extracting(
                        user -> user.get(User.POSTS).stream().map(Post::title).toList())
                .containsExactly(List.of("A2"), List.of("B2"), List.of("C1"), List.of());
    }

    @Test
    @Feature("8.7")
    default void aUnionThatCantBeMeantIsRefused(Runner run) {
        assertThat(run.error(
                        users().union(DB.table("posts").select("title")).get().collectList()))
                .isInstanceOf(BadSqlException.class);
        assertThatThrownBy(() -> users().limit(1).union(posts()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageStartingWith("a limit before a union may be meant for its part or for all");
    }

    @Test
    @Feature("8.7")
    default void aQueryMayBeNamedBeforeItIsRead(Runner run) {
        Query popular = DB.table("posts").where("views", ">=", 20);

        assertThat(run.list(DB.table("popular")
                        .withExpression("popular", popular)
                        .join("users", "users.id", "popular.user_id")
                        .where("users.age", ">", 20)
                        .pluck("popular.title")))
                .containsExactly("A2");
        assertThat(run.list(DB.table("writers")
                        .withExpression("popular", popular)
                        .withExpression(
                                "writers", DB.table("popular").select("user_id").distinct())
                        .orderBy("user_id")
                        .pluck("user_id")))
                .hasSize(2);
        assertThat(run.get(
                        DB.table("popular").withExpression("popular", popular).count()))
                .isEqualTo(3);
        assertThat(run.get(DB.table("popular")
                        .withExpression("popular", popular)
                        .select("user_id")
                        .distinct()
                        .count()))
                .isEqualTo(2);
        assertThat(run.list(USERS.query()
                        .withExpression("elders", USERS.where(AGE.gt(20)))
                        .from("elders")
                        .where(NAME.ne("Cy"))
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada");
    }

    @Test
    @Feature("8.7")
    default void aRecursiveQueryReadsItself(Runner run) {
        Query numbers = DB.table("roles").selectRaw("1");
        run.get(DB.table("roles").insert(java.util.Map.of("name", "one")));

        assertThat(run.list(DB.table("numbers")
                        .withRecursiveExpression(
                                "numbers",
                                List.of("n"),
                                numbers.unionAll(DB.table("numbers")
                                        .select(Expr.column("n").plus(1).as("n"))
                                        .where("n", "<", 5)))
                        .orderBy("n")
                        .pluck("n", Integer.class)))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    @Feature("8.7")
    default void aTreeIsReadByARecursiveQuery(Runner run) {
        Post post = run.get(Post.POSTS.query().orderBy("id").firstOrFail());
        var comment = new Object() {
            dev.ilana.testkit.contract.blog.Comment under(
                    String body, @org.jspecify.annotations.Nullable Object parent) {
                return run.get(dev.ilana.testkit.contract.blog.Comment.on(post, body)
                        .set(dev.ilana.testkit.contract.blog.Comment.PARENT_ID, (Long) parent)
                        .save());
            }
        };
        var root = comment.under("root", null);
        var child = comment.under("child", root.getKey());
        var unused = comment.under("grandchild", child.getKey());
        var other = comment.under("other", null);
        assertThat(other.getKey()).isNotNull();

        Query tree = DB.table("comments")
                .where("id", java.util.Objects.requireNonNull(root.getKey()))
                .select("id", "body")
                .unionAll(DB.table("comments as reply")
                        .join("tree", "reply.parent_id", "tree.id")
                        .select("reply.id", "reply.body"));

        assertThat(run.list(DB.table("tree")
                        .withRecursiveExpression("tree", List.of("id", "body"), tree)
                        .orderBy("id")
                        .pluck("body")))
                .containsExactly("root", "child", "grandchild");
        assertThat(unused.getKey()).isNotNull();
    }
}
