package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.query.Expr;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a query reads: some columns, all of them, or more than that. */
public interface SelectContract extends WritersContract {

    @Test
    @Feature("8.1")
    default void rowsHaveTheColumnsThatWereSelectedUnderTheirNames(Runner run) {
        Row row = run.get(DB.table("users as u")
                .where("u.name", "Ada")
                .select("u.name", "age as years", "prefs->theme")
                .addSelect("email")
                .addSelect(
                        Expr.upper("name").as("loud"),
                        Expr.column("age").plus(1).as("next"))
                .selectRaw("age * ? as double_age", 2)
                .first());

        assertThat(row.names()).containsExactly("name", "years", "theme", "email", "loud", "next", "double_age");
        assertThat(row.get("years", Integer.class)).isEqualTo(36);
        assertThat(row.get("theme")).isEqualTo("dark");
        assertThat(row.get("loud")).isEqualTo("ADA");
        assertThat(row.get("next", Integer.class)).isEqualTo(37);
        assertThat(row.get("double_age", Integer.class)).isEqualTo(72);
    }

    @Test
    @Feature("8.1")
    default void whatIsAddedStandsBesideAllColumns(Runner run) {
        Row row = run.get(DB.table("roles").selectRaw("count(*) as n").first());
        assertThat(row.names()).containsExactly("n");

        run.get(DB.table("roles").insert(java.util.Map.of("name", "author")));
        assertThat(run.get(DB.table("roles")
                                .addSelect(Expr.value(7).as("seven"))
                                .first())
                        .names())
                .containsExactly("id", "name", "seven");
    }

    @Test
    @Feature({"7.6", "8.1"})
    default void aSubQueryIsAColumn(Runner run) {
        List<Row> rows = run.list(DB.table("users")
                .select("name")
                .addSelect(
                        "best",
                        DB.table("posts")
                                .whereColumn("posts.user_id", "users.id")
                                .select(Expr.max("views")))
                .orderByDesc("best")
                .whereNotNull("age")
                .get());

        assertThat(rows).extracting(row -> row.get("name")).containsExactly("Ada", "Bob", "Cy");
        assertThat(rows).extracting(row -> row.get("best", Integer.class)).containsExactly(30, 20, 5);
    }

    @Test
    @Feature("8.1")
    default void whatIsAddedToAModelIsAnAttribute(Runner run) {
        List<User> users = run.list(USERS.addSelect(
                        "best",
                        DB.table("posts")
                                .whereColumn("posts.user_id", "users.id")
                                .select(Expr.max("views")))
                .addSelect(AGE.plus(1).as("next_age"))
                .selectRaw("double_age", "age * ?", 2)
                .orderBy("best", "desc", "last")
                .get());

        assertThat(users).extracting(User::name).containsExactly("Ada", "Bob", "Cy", "Di");
        assertThat(users.get(0).getAttribute("best", Long.class)).isEqualTo(30L);
        assertThat(users.get(0).getAttribute("next_age", Integer.class)).isEqualTo(37);
        assertThat(users.get(0).getAttribute("double_age", Integer.class)).isEqualTo(72);
        assertThat(users.get(3).getAttribute("best")).isNull();
        assertThat(users.get(0).isDirty()).isFalse();
        assertThat(run.list(USERS.withCount(POSTS)
                        .orderBy("posts_count", "desc")
                        .orderBy(NAME)
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada", "Bob", "Cy", "Di");
        assertThat(run.list(USERS.withCount(POSTS)
                        .where("posts_count", ">", 1)
                        .orderBy(NAME)
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada", "Bob");
    }

    @Test
    @Feature({"7.6", "8.1"})
    default void aTypedSubQueryKnowsTheRowAroundIt(Runner run) {
        List<User> users = run.list(USERS.addSelect(
                        "last_title",
                        Post.POSTS
                                .where(Post.USER_ID.eqOuter(ID))
                                .orderByDesc(Post.VIEWS)
                                .limit(1)
                                .select(Post.TITLE))
                .orderBy(NAME)
                .get());

        assertThat(users.subList(0, 1))
                .extracting(user -> user.getAttribute("last_title"))
                .containsExactly("A2");
        assertThat(users.get(3).getAttribute("last_title")).isNull();
        assertThat(run.list(USERS.whereExists(
                                Post.POSTS.where(Post.USER_ID.eqOuter(ID)).where(Post.VIEWS.eq(20)))
                        .get()))
                .extracting(User::name)
                .containsExactly("Bob");
    }

    @Test
    @Feature({"2.7", "8.1"})
    default void aModelReadInPartKnowsThatItIs(Runner run) {
        User ada = run.get(USERS.select("name").where(NAME.eq("Ada")).firstOrFail());

        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.getKey()).isNotNull();
        assertThatThrownBy(() -> ada.get(AGE)).isInstanceOf(AttributeNotLoadedException.class);
        assertThatThrownBy(() -> ada.getAttribute("email")).isInstanceOf(AttributeNotLoadedException.class);
        assertThat(ada.isDirty()).isFalse();
        run.forgetStatements();

        run.get(ada.save());
        assertThat(run.statements()).isEmpty();
        run.get(ada.name("Ada L.").save());
        assertThat(run.statements()).singleElement().asString().contains("name").doesNotContain("age", "email");

        User whole = run.get(ada.refresh());
        assertThat(whole.get(AGE)).isEqualTo(36);
        assertThat(whole.name()).isEqualTo("Ada L.");
    }

    @Test
    @Feature({"8.1", "11.1"})
    default void aRelationIsLoadedOfModelsReadInPart(Runner run) {
        List<User> users = run.list(USERS.select("name")
                .with(POSTS, posts -> posts.select("title").orderBy("title").limit(1))
                .orderBy(NAME)
                .get());

        assertThat(users).extracting(user -> user.get(POSTS).size()).containsExactly(1, 1, 1, 0);
        assertThat(users.get(0).get(POSTS).get(0).title()).isEqualTo("A1");
    }

    @Test
    @Feature("8.1")
    default void distinctLeavesOutWhatIsAlike(Runner run) {
        assertThat(run.list(DB.table("posts")
                        .select("views")
                        .distinct()
                        .orderBy("views")
                        .get()))
                .extracting(row -> row.get("views", Integer.class))
                .containsExactly(5, 10, 20, 30);
        assertThat(run.list(USERS.join("posts", "posts.user_id", "users.id")
                        .distinct()
                        .orderBy(NAME)
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada", "Bob", "Cy");
    }

    @Test
    @Feature("8.1")
    @Needs(Capability.DISTINCT_ON)
    default void distinctOnKeepsTheFirstOfEach(Runner run) {
        assertThat(run.list(Post.POSTS
                        .query()
                        .distinctOn(Post.USER_ID)
                        .orderBy(Post.USER_ID)
                        .orderByDesc(Post.VIEWS)
                        .orderBy(Post.TITLE)
                        .get()))
                .extracting(Post::title)
                .containsExactly("A2", "B1", "C1");
        assertThat(run.get(Post.POSTS.query().distinctOn("user_id").count())).isEqualTo(3);
    }

    @Test
    @Feature({"7.6", "8.1"})
    default void theRowsMayBeThoseOfAnotherQuery(Runner run) {
        var popular = DB.table("posts").where("views", ">=", 20);

        assertThat(run.list(DB.table(popular, "p")
                        .where("p.title", "<>", "B2")
                        .orderBy("title")
                        .pluck("title")))
                .containsExactly("A2", "B1");
        assertThat(run.list(
                        DB.table("users").from(popular, "p").orderBy("p.title").pluck("title", String.class)))
                .containsExactly("A2", "B1", "B2");
        assertThat(run.list(Post.POSTS
                        .query()
                        .from(Post.POSTS
                                .orderByDesc(Post.VIEWS)
                                .orderBy(Post.TITLE)
                                .limit(2))
                        .orderBy(Post.TITLE)
                        .get()))
                .extracting(Post::title)
                .containsExactly("A2", "B1");
        assertThatThrownBy(() ->
                        Post.POSTS.query().from("posts").where("views", 20).delete())
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("8.1")
    default void aTableMayBeNamedWithItsSchema(Runner run) {
        assertThat(run.get(DB.table("information_schema.tables")
                        .where("table_name", "role_user")
                        .count()))
                .isPositive();
    }

    @Test
    @Feature("8.1")
    default void whatCantBeSelectedIsRefused(Runner run) {
        assertThatThrownBy(() -> USERS.select(new String[0]))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("select needs at least one column; without select() a model has all");
        assertThatThrownBy(() -> DB.table("users").select(new String[0])).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.select("nmae")).isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> USERS.addSelect(Expr.value(1))).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("users").distinctOn(new String[0])).isInstanceOf(InvalidUsageException.class);
        for (String hostile : List.of("a b", "a\"b", "a`b", "x; drop table users", "", "a.b", "1a", "a'")) {
            assertThatThrownBy(() -> USERS.addSelect(AGE.as(hostile))).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> USERS.query().selectRaw(hostile, "1")).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").select("name as " + hostile))
                    .isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users as " + hostile)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table(DB.table("users"), hostile)).isInstanceOf(InvalidNameException.class);
        }
        assertThat(run.error(DB.table("users").select("nowhere").get().collectList()))
                .isInstanceOf(BadSqlException.class);
    }

    @Test
    @Feature("9.1")
    default void twoQueriesOfOneBaseDoNotDisturbEachOther(Runner run) {
        var base = DB.table("users").where("age", ">", 10);
        var names = base.select("name").orderBy("name");
        var emails = base.select("email").orderByDesc("name").limit(1);

        assertThat(run.list(names.pluck("name"))).containsExactly("Ada", "Bob", "Cy");
        assertThat(run.list(emails.pluck("email"))).containsExactly("cy@example.org");
        assertThat(run.get(base.first()).names()).contains("id", "age", "kind");
    }
}
