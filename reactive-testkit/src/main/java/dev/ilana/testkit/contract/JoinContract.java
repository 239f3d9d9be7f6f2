package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of several tables come together as the join says. */
public interface JoinContract extends WritersContract {

    private static List<String> lines(Runner run, Query query) {
        return run.list(query.get().map(row -> row.get(0) + " " + row.get(1)));
    }

    private static Query users() {
        return DB.table("users")
                .select("users.name", "posts.title")
                .orderBy("users.name")
                .orderBy("posts.title");
    }

    @Test
    @Feature("8.2")
    default void aJoinGivesThePairsThatFit(Runner run) {
        List<String> pairs = List.of("Ada A1", "Ada A2", "Bob B1", "Bob B2", "Cy C1");

        assertThat(lines(run, users().join("posts", "posts.user_id", "users.id")))
                .isEqualTo(pairs);
        assertThat(lines(run, users().join("posts", "posts.user_id", "=", "users.id")))
                .isEqualTo(pairs);
        assertThat(lines(run, users().join("posts", on -> on.on("posts.user_id", "users.id"))))
                .isEqualTo(pairs);
        assertThat(lines(
                        run,
                        users().join(
                                        "posts",
                                        on -> on.on("posts.user_id", "=", "users.id")
                                                .where("posts.views", ">=", 20)
                                                .where(either -> either.where("posts.published", true)
                                                        .orWhereNull("posts.title")))))
                .containsExactly("Ada A2", "Bob B1");
        assertThat(lines(
                        run,
                        users().join(
                                        "posts",
                                        on -> on.on("posts.user_id", "users.id").orOn("posts.id", "<", "users.id"))
                                .where("users.name", "Cy")))
                .contains("Cy C1");
    }

    @Test
    @Feature("8.2")
    default void anOuterJoinKeepsTheRowsOfItsSide(Runner run) {
        assertThat(lines(
                        run,
                        users().leftJoin("posts", "posts.user_id", "users.id").whereNull("posts.id")))
                .containsExactly("Di null");
        assertThat(lines(
                        run,
                        users().leftJoin(
                                        "posts",
                                        on -> on.on("posts.user_id", "users.id").where("posts.views", 5))))
                .containsExactly("Ada null", "Bob null", "Cy C1", "Di null");
        assertThat(lines(run, users().leftJoin("posts", "posts.user_id", "=", "users.id")))
                .hasSize(6);
        assertThat(lines(
                        run,
                        DB.table("posts")
                                .rightJoin("users", "posts.user_id", "users.id")
                                .select("users.name", "posts.title")
                                .whereNull("posts.id")))
                .containsExactly("Di null");
        assertThat(lines(run, users().rightJoin("posts", "posts.user_id", "=", "users.id")))
                .hasSize(5);
        assertThat(lines(
                        run,
                        users().rightJoin(
                                        "posts",
                                        on -> on.on("posts.user_id", "users.id").where("users.age", 17))))
                .hasSize(5);
    }

    @Test
    @Feature("8.2")
    default void aCrossJoinPairsEachWithEach(Runner run) {
        assertThat(run.get(DB.table("users").crossJoin("posts").count())).isEqualTo(20);
    }

    @Test
    @Feature("8.2")
    @Needs(Capability.FULL_JOIN)
    default void aFullJoinKeepsBothSides(Runner run) {
        assertThat(lines(
                        run,
                        users().fullJoin(
                                        "posts",
                                        on -> on.on("posts.user_id", "users.id").where("posts.views", 5))))
                .hasSize(8)
                .contains("Cy C1", "Ada null", "null A1");
        assertThat(lines(run, users().fullJoin("posts", "posts.user_id", "users.id")))
                .hasSize(6);
        assertThat(lines(run, users().fullJoin("posts", "posts.user_id", "=", "users.id")))
                .hasSize(6);
    }

    @Test
    @Feature("8.2")
    default void aTableJoinedToItselfGoesByAnotherName(Runner run) {
        assertThat(lines(
                        run,
                        DB.table("users as younger")
                                .join("users as older", "older.age", ">", "younger.age")
                                .select("younger.name", "older.name as elder")
                                .orderBy("younger.name")
                                .orderBy("elder")))
                .containsExactly("Ada Cy", "Bob Ada", "Bob Cy");
    }

    @Test
    @Feature("8.2")
    default void anotherQueryIsJoinedUnderItsName(Runner run) {
        Query totals = DB.table("posts")
                .groupBy("user_id")
                .select("user_id")
                .addSelect(Expr.sum("views").as("total"));
        Query users = DB.table("users").select("users.name", "totals.total").orderBy("users.name");

        assertThat(lines(run, users.joinSub(totals, "totals", "totals.user_id", "users.id")))
                .containsExactly("Ada 40", "Bob 40", "Cy 5");
        assertThat(lines(
                        run,
                        users.joinSub(
                                totals,
                                "totals",
                                on -> on.on("totals.user_id", "users.id").where("totals.total", ">", 5))))
                .containsExactly("Ada 40", "Bob 40");
        assertThat(lines(run, users.leftJoinSub(totals, "totals", "totals.user_id", "=", "users.id")))
                .containsExactly("Ada 40", "Bob 40", "Cy 5", "Di null");
        assertThat(lines(
                        run,
                        users.joinSub(
                                        Post.POSTS.groupBy(Post.USER_ID).select(Post.USER_ID),
                                        "writers",
                                        "writers.user_id",
                                        "users.id")
                                .select("users.name", "users.age")
                                .where("users.age", ">", 20)))
                .containsExactly("Ada 36", "Cy 64");
    }

    @Test
    @Feature("8.2")
    @Needs(Capability.LATERAL)
    default void aLateralQueryReadsTheRowBeforeIt(Runner run) {
        Query best = DB.table("posts")
                .whereColumn("posts.user_id", "users.id")
                .orderByDesc("views")
                .orderBy("title")
                .limit(1)
                .select("title");
        Query users = DB.table("users").select("users.name", "best.title").orderBy("users.name");

        assertThat(lines(run, users.joinLateral(best, "best"))).containsExactly("Ada A2", "Bob B1", "Cy C1");
        assertThat(lines(run, users.leftJoinLateral(best, "best")))
                .containsExactly("Ada A2", "Bob B1", "Cy C1", "Di null");
    }

    @Test
    @Feature("8.2")
    default void modelsAreJoinedByName(Runner run) {
        assertThat(run.list(USERS.join("posts", "posts.user_id", "users.id")
                        .where("posts.views", ">", 15)
                        .where("age", ">", 10)
                        .orderBy("posts.views", "desc")
                        .orderBy("posts.title")
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada", "Bob", "Bob");
        assertThat(run.list(USERS.leftJoin("posts", "posts.user_id", "users.id")
                        .whereNull("posts.id")
                        .get()))
                .extracting(User::name)
                .containsExactly("Di");
        List<User> users = run.list(USERS.join("posts as p", "p.user_id", "users.id")
                .addSelect(Expr.column("p.title").as("title"))
                .orderBy("p.title")
                .get());
        assertThat(users).extracting(user -> user.getAttribute("title")).containsExactly("A1", "A2", "B1", "B2", "C1");
        assertThat(run.get(USERS.join("posts", "posts.user_id", "users.id")
                        .distinct()
                        .count()))
                .isEqualTo(3);
        assertThat(run.get(USERS.join("posts", "posts.user_id", "users.id").count()))
                .isEqualTo(5);
    }

    @Test
    @Feature({"8.2", "3.3"})
    default void aJoinOfModelsKeepsToTheirSoftDeletes(Runner run) {
        run.get(run.get(USERS.where(NAME.eq("Ada")).firstOrFail()).delete());

        assertThat(run.list(USERS.join("posts", "posts.user_id", "users.id")
                        .distinct()
                        .orderBy(NAME)
                        .get()))
                .extracting(User::name)
                .containsExactly("Bob", "Cy");
    }

    @Test
    @Feature({"8.2", "11.1"})
    default void aLimitForEachParentHoldsWithJoinsAndDistinct(Runner run) {
        var users = USERS.with(
                        POSTS,
                        posts -> posts.join("users as fans", "fans.age", ">", "posts.views")
                                .distinct()
                                .orderByDesc(Post.TITLE)
                                .limit(1))
                .orderBy(NAME)
                .get();

        assertThat(run.list(users))
                .extracting(user -> user.get(POSTS).stream().map(Post::title).toList())
                .containsExactly(List.of("A2"), List.of("B2"), List.of("C1"), List.of());
    }

    @Test
    @Feature("8.2")
    default void aJoinThatSaysTooLittleIsRefused(Runner run) {
        assertThatThrownBy(() -> DB.table("users").join("posts", on -> on))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a join of posts needs a condition; crossJoin() is the one without");
        assertThatThrownBy(() -> DB.table("users").join("posts p", "a", "b")).isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> DB.table("users").join("posts", "a.b.c", "b"))
                .isInstanceOf(InvalidNameException.class);
        for (Capability capability : List.of(Capability.FULL_JOIN, Capability.LATERAL)) {
            if (!run.database().dialect().supports(capability)) {
                Query query = capability == Capability.LATERAL
                        ? users().joinLateral(DB.table("posts"), "p")
                        : users().fullJoin("posts", "posts.user_id", "users.id");
                assertThat(run.error(query.get().collectList())).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }
}
