package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.Comment.COMMENTS;
import static dev.ilana.testkit.contract.blog.Post.POSTS;
import static dev.ilana.testkit.contract.blog.Post.TITLE;
import static dev.ilana.testkit.contract.blog.Post.USER_ID;
import static dev.ilana.testkit.contract.blog.Post.VIEWS;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Conditions ask other queries: whether they find a row, which values they find, and what their one value is. */
public interface SubqueryContract extends BlogContract {

    @BeforeEach
    default void writers(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36),
                User.named("Bob").age(17),
                User.named("Cy").age(64))));
        User ada = users.get(0);
        User bob = users.get(1);
        List<Post> posts = run.list(POSTS.insertMany(Flux.just(
                Post.by(ada, "first").views(10),
                Post.by(ada, "second").views(900),
                Post.by(bob, "third").views(17))));
        Comment root = run.get(Comment.on(posts.get(0), "root").save());
        run.get(Comment.on(posts.get(0), "reply")
                .set(Comment.PARENT_ID, root.get(Comment.ID))
                .save());
        run.forgetStatements();
    }

    private static List<String> names(Runner run, ModelQuery<User> query) {
        return run.list(query.pluck(NAME)).stream().sorted().toList();
    }

    @Test
    @Feature("7.6")
    default void existsSeesTheRowAroundItByName(Runner run) {
        Query posts = DB.table("posts").whereColumn("posts.user_id", "users.id");
        Query read = posts.where("views", ">", 100);
        assertThat(names(run, USERS.query().whereExists(posts))).containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.query().whereNotExists(posts))).containsExactly("Cy");
        assertThat(names(run, USERS.where("name", "Cy").orWhereExists(read))).containsExactly("Ada", "Cy");
        assertThat(names(run, USERS.where("name", "Ada").orWhereNotExists(read)))
                .containsExactly("Ada", "Bob", "Cy");
        assertThat(run.list(DB.table("users").whereExists(read).pluck("name"))).containsExactly("Ada");
    }

    @Test
    @Feature("7.6")
    default void aModelsQuerySeesTheRowAroundItToo(Runner run) {
        ModelQuery<Post> read = POSTS.where(VIEWS.gt(100)).whereColumn("user_id", "users.id");
        assertThat(names(run, USERS.query().whereExists(read))).containsExactly("Ada");
        assertThat(names(run, USERS.query().whereNotExists(read))).containsExactly("Bob", "Cy");
        assertThatThrownBy(() -> POSTS.query().whereColumn("usr_id", "users.id"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("\"user_id\"");
        assertThatThrownBy(() -> POSTS.query().whereColumn("posts.usr_id", "users.id"))
                .isInstanceOf(UnknownColumnException.class);
    }

    @Test
    @Feature("7.6")
    default void aTableIsAskedInsideItselfUnderAnotherName(Runner run) {
        Query replies = DB.table("comments as replies").whereColumn("replies.parent_id", "comments.id");
        assertThat(run.list(COMMENTS.query().whereExists(replies).pluck(Comment.BODY)))
                .containsExactly("root");
        assertThat(run.list(COMMENTS.query().whereNotExists(replies).pluck(Comment.BODY)))
                .containsExactly("reply");
        assertThat(run.list(DB.table("users as u")
                        .whereExists(DB.table("users as older")
                                .whereColumn("older.age", ">", "u.age")
                                .where("older.name", "Cy"))
                        .orderBy("name")
                        .pluck("name")))
                .containsExactly("Ada", "Bob");
        assertThat(run.list(COMMENTS.where(Comment.PARENT_ID.in(
                                COMMENTS.where(Comment.BODY.eq("root")).select(Comment.ID)))
                        .pluck(Comment.BODY)))
                .containsExactly("reply");
    }

    @Test
    @Feature({"7.2", "7.6"})
    default void aListMayBeWhatAQueryFinds(Runner run) {
        Query writers = DB.table("posts").where("views", ">", 15).select("user_id");
        assertThat(names(run, USERS.query().whereIn("id", writers))).containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.query().whereNotIn("id", writers))).containsExactly("Cy");
        assertThat(names(run, USERS.where("name", "Cy").orWhereIn("id", writers.where("views", 17))))
                .containsExactly("Bob", "Cy");
        assertThat(names(run, USERS.where("name", "Ada").orWhereNotIn("id", writers)))
                .containsExactly("Ada", "Cy");
        assertThat(names(run, USERS.where(ID.in(POSTS.where(VIEWS.gt(100)).select(USER_ID)))))
                .containsExactly("Ada");
        assertThat(names(run, USERS.where(ID.notIn(POSTS.query().select(USER_ID)))))
                .containsExactly("Cy");
        assertThat(names(
                        run,
                        USERS.query().whereIn("id", POSTS.where(VIEWS.eq(17)).select(USER_ID))))
                .containsExactly("Bob");
    }

    @Test
    @Feature("7.6")
    default void whatAQueryFindsMayBeCutToTheFirst(Runner run) {
        Query mostRead =
                DB.table("posts").select("user_id").orderByDesc("views").limit(1);
        assertThat(names(run, USERS.query().whereIn("id", mostRead))).containsExactly("Ada");
        assertThat(names(run, USERS.query().whereNotIn("id", mostRead))).containsExactly("Bob", "Cy");
        assertThat(names(run, USERS.query().whereIn("id", mostRead.offset(1)))).containsExactly("Bob");
    }

    @Test
    @Feature("7.2")
    default void aNullAmongWhatAQueryFindsIsInNothing(Runner run) {
        Query parents = DB.table("comments").select("parent_id");
        assertThat(run.list(DB.table("comments").whereNotIn("id", parents).pluck("body")))
                .isEmpty();
        assertThat(run.list(DB.table("comments")
                        .whereNotIn("id", parents.whereNotNull("parent_id"))
                        .pluck("body")))
                .containsExactly("reply");
    }

    @Test
    @Feature("7.6")
    default void aValueMayBeThatOfAQuery(Runner run) {
        assertThat(names(run, USERS.where("age", DB.table("users").select(Expr.max("age")))))
                .containsExactly("Cy");
        assertThat(names(run, USERS.where("age", "<", DB.table("users").select(Expr.avg("age")))))
                .containsExactly("Ada", "Bob");
        assertThat(names(
                        run,
                        USERS.where(
                                "age",
                                POSTS.query()
                                        .whereColumn("user_id", "users.id")
                                        .where(TITLE.eq("third"))
                                        .select(VIEWS))))
                .containsExactly("Bob");
        assertThat(names(
                        run, USERS.where("age", ">", USERS.where(NAME.eq("Ada")).select(AGE))))
                .containsExactly("Cy");
        assertThat(run.list(DB.table("users")
                        .where(
                                Expr.of(DB.table("posts")
                                        .whereColumn("posts.user_id", "users.id")
                                        .select(Expr.count())),
                                ">",
                                1)
                        .pluck("name")))
                .containsExactly("Ada");
    }

    @Test
    @Feature("7.6")
    default void aQueryMayBeAColumnASourceAndAJoin(Runner run) {
        User ada = run.get(USERS.where(NAME.eq("Ada"))
                .addSelect(
                        "most",
                        DB.table("posts")
                                .whereColumn("posts.user_id", "users.id")
                                .select(Expr.max("views")))
                .firstOrFail());
        assertThat(Objects.requireNonNull(ada.getAttribute("most")).toString()).isEqualTo("900");
        assertThat(run.list(Query.table(POSTS.where(VIEWS.gt(15)).select(TITLE), "popular")
                        .orderBy("title")
                        .pluck("title")))
                .containsExactly("second", "third");
        assertThat(run.list(DB.table("users")
                        .joinSub(
                                DB.table("posts")
                                        .select("user_id")
                                        .groupBy("user_id")
                                        .having(Expr.count(), ">", 1),
                                "busy",
                                on -> on.on("busy.user_id", "users.id"))
                        .select("users.name")
                        .get()
                        .map(row -> Objects.requireNonNull(row.get("name")))))
                .containsExactly("Ada");
    }

    @Test
    @Feature("7.6")
    default void aQueryOfSeveralColumnsIsNoValue(Runner run) {
        assertThatThrownBy(() -> USERS.query().whereIn("id", POSTS.query()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("gives one column, not 7");
        assertThatThrownBy(() -> USERS.where("age", DB.table("posts").select("id", "views")))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }
}
