package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Every word for a condition, its "or" and its "not", finds the rows that it says. */
public interface ConditionContract extends BlogContract {

    @BeforeEach
    default void fiveUsers(Runner run) {
        run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36).set(KIND, Kind.ADMIN),
                User.named("Bob").age(17),
                User.named("Cy").age(64),
                User.named("Di"),
                User.named("O'Neil?").age(50))));
        run.forgetStatements();
    }

    private static List<String> names(Runner run, ModelQuery<User> query) {
        return run.list(query.pluck(NAME)).stream().sorted().toList();
    }

    /** The null that a caller without a null checker may give. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @Test
    @Feature({"7.1", "7.2"})
    default void everyWordHasItsOr(Runner run) {
        ModelQuery<User> ada = USERS.where("name", "Ada");
        assertThat(names(run, ada.orWhere("name", "Bob"))).containsExactly("Ada", "Bob");
        assertThat(names(run, ada.orWhere("age", ">", 60))).containsExactly("Ada", "Cy");
        assertThat(names(run, ada.orWhereNot("age", 17))).containsExactly("Ada", "Cy", "O'Neil?");
        assertThat(names(run, ada.orWhereIn("name", List.of("Di")))).containsExactly("Ada", "Di");
        assertThat(names(run, ada.orWhereNotIn("age", List.of(17, 50)))).containsExactly("Ada", "Cy");
        assertThat(names(run, ada.orWhereNull("age"))).containsExactly("Ada", "Di");
        assertThat(names(run, ada.orWhereNotNull("age"))).containsExactly("Ada", "Bob", "Cy", "O'Neil?");
        assertThat(names(run, ada.orWhereBetween("age", 60, 70))).containsExactly("Ada", "Cy");
        assertThat(names(run, ada.orWhereNotBetween("age", 10, 60))).containsExactly("Ada", "Cy");
        assertThat(names(run, ada.orWhereLike("email", "%b@%"))).containsExactly("Ada", "Bob");
        assertThat(names(run, ada.orWhereNotLike("email", "%example%"))).containsExactly("Ada");
        assertThat(names(run, ada.orWhere(NAME.eq("Di")))).containsExactly("Ada", "Di");
        assertThat(names(run, ada.orWhereNot(AGE.lt(60)))).containsExactly("Ada", "Cy");
        assertThat(names(run, ada.orWhere(q -> q.where("age", 17).where("name", "Bob"))))
                .containsExactly("Ada", "Bob");
        assertThat(names(run, ada.orWhereNot(q -> q.where("age", "<", 60)))).containsExactly("Ada", "Cy");
        assertThat(names(run, ada.orWhereColumn("name", "email"))).containsExactly("Ada");
        assertThat(names(run, ada.orWhereRaw("age = ?", 17))).containsExactly("Ada", "Bob");
        assertThat(names(run, ada.orWhere(Expr.lower("name"), "=", "bob"))).containsExactly("Ada", "Bob");
    }

    @Test
    @Feature("7.1")
    default void aNegationLeavesOutWhatIsNull(Runner run) {
        assertThat(names(run, USERS.query().whereNot("age", 17))).containsExactly("Ada", "Cy", "O'Neil?");
        assertThat(names(run, USERS.whereNot(AGE.eq(17)))).containsExactly("Ada", "Cy", "O'Neil?");
        assertThat(names(run, USERS.query().whereNot("age", null))).containsExactly("Ada", "Bob", "Cy", "O'Neil?");
        assertThat(names(run, USERS.where(AGE.eq(17).or(AGE.isNull()).not()))).containsExactly("Ada", "Cy", "O'Neil?");
    }

    @Test
    @Feature("7.1")
    default void groupsNestAsDeepAsTheyAreWritten(Runner run) {
        assertThat(names(
                        run,
                        USERS.where(q -> q.where(r -> r.where("name", "Ada").orWhere("name", "Bob"))
                                        .where(r -> r.where("age", 17).orWhere("age", 64)))
                                .orWhere(q -> q.whereNot(r -> r.where("name", "<>", "Di")))))
                .containsExactly("Bob", "Di");
    }

    @Test
    @Feature("7.1")
    default void columnsCompareWithEachOther(Runner run) {
        User ada = run.get(USERS.where(NAME.eq("Ada")).firstOrFail());
        Post low = run.get(Post.by(ada, "low").views(0).save());
        Post high = run.get(Post.by(ada, "high")
                .views(Math.toIntExact(low.get(Post.ID)) + 1_000)
                .save());
        assertThat(run.list(Post.POSTS.query().whereColumn("views", ">", "id").pluck(Post.TITLE)))
                .containsExactly("high");
        assertThat(run.list(Post.POSTS
                        .query()
                        .whereColumn("created_at", "updated_at")
                        .pluck(Post.TITLE)))
                .containsExactlyInAnyOrder("low", "high");
        assertThat(run.list(Post.POSTS
                        .where(Post.POSTS.createdAt().eq(Post.POSTS.updatedAt()).and(Post.ID.ne(high.get(Post.ID))))
                        .pluck(Post.TITLE)))
                .containsExactly("low");
        assertThat(run.list(Post.POSTS
                        .query()
                        .whereBetweenColumns("created_at", "created_at", "updated_at")
                        .whereNotBetweenColumns("views", "id", "id")
                        .pluck(Post.TITLE)))
                .containsExactlyInAnyOrder("low", "high");
    }

    @Test
    @Feature("7.2")
    default void everyTypedWordFindsItsRows(Runner run) {
        assertThat(names(run, USERS.where(AGE.in(17, 64)))).containsExactly("Bob", "Cy");
        assertThat(names(run, USERS.where(AGE.notIn(17, 64)))).containsExactly("Ada", "O'Neil?");
        assertThat(names(run, USERS.where(AGE.notBetween(20, 60)))).containsExactly("Bob", "Cy");
        assertThat(names(run, USERS.where(EMAIL.notLike("%a@%")))).containsExactly("Bob", "Cy", "Di", "O'Neil?");
        assertThat(names(run, USERS.where(NAME.ilike("aD_")))).containsExactly("Ada");
        assertThat(names(run, USERS.where(NAME.notIlike("%D%")))).containsExactly("Bob", "Cy", "O'Neil?");
        assertThat(names(run, USERS.where(NAME.lower().eq("cy")))).containsExactly("Cy");
        assertThat(names(run, USERS.where(NAME.upper().in("CY", "DI")))).containsExactly("Cy", "Di");
        assertThat(names(run, USERS.where(NAME.length().gt(3)))).containsExactly("O'Neil?");
        assertThat(names(run, USERS.where(AGE.coalesce(1).lt(18)))).containsExactly("Bob", "Di");
        assertThat(names(run, USERS.where(AGE.plus(4).eq(40)))).containsExactly("Ada");
        assertThat(names(run, USERS.where(AGE.minus(4).times(2).eq(26)))).containsExactly("Bob");
        assertThat(names(run, USERS.where(AGE.plus(AGE).eq(72)))).containsExactly("Ada");
        assertThat(names(run, USERS.where(NAME.ne(EMAIL)))).hasSize(5);
        assertThat(names(run, USERS.where(KIND.in(Kind.ADMIN)))).containsExactly("Ada");
    }

    @Test
    @Feature({"7.2", "7.3"})
    default void likeKnowsPatternsAndIlikeNoCase(Runner run) {
        assertThat(names(run, USERS.where("name", "ilike", "a%"))).containsExactly("Ada");
        assertThat(names(run, USERS.where("name", "not ilike", "A%"))).containsExactly("Bob", "Cy", "Di", "O'Neil?");
        assertThat(names(run, USERS.whereLike("name", "_y"))).containsExactly("Cy");
        assertThat(names(run, USERS.query().whereNotLike("name", "%o%"))).contains("Ada", "Cy", "Di");
        assertThat(names(run, USERS.where("kind", "like", "AD%"))).containsExactly("Ada");
    }

    @Test
    @Feature("7.3")
    default void rawSqlBindsItsMarkersAndKeepsItsQuestionMarks(Runner run) {
        assertThat(names(run, USERS.query().whereRaw("age > ? and age < ?", 20, 60)))
                .containsExactly("Ada", "O'Neil?");
        assertThat(names(run, USERS.query().whereRaw("name = ?", "O'Neil?"))).containsExactly("O'Neil?");
        assertThat(names(run, USERS.query().whereRaw("name like '%?'"))).containsExactly("O'Neil?");
        assertThat(names(run, USERS.where("age", 17).orWhereRaw("age = ? /* really? */", 36)))
                .containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.query().whereRaw("age = 17 or age = 36").where("name", "Ada")))
                .as("stays one condition")
                .containsExactly("Ada");
        assertThat(run.list(DB.table("users")
                        .whereRaw("name = ?", "'; drop table users; --")
                        .pluck("name")))
                .isEmpty();
        assertThatThrownBy(() -> USERS.query().whereRaw("age = ?")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.query().whereRaw("age = 1", 2)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.query().whereRaw("age in (?)", List.of(1)))
                .isInstanceOf(TypeMismatchException.class);
    }

    @Test
    @Feature("7.8")
    default void severalColumnsAreAskedTheSame(Runner run) {
        List<String> texts = List.of("name", "email");
        assertThat(names(run, USERS.query().whereAny(texts, "like", "%b%"))).containsExactly("Bob");
        assertThat(names(run, USERS.query().whereAll(texts, "like", "%y%"))).containsExactly("Cy");
        assertThat(names(run, USERS.query().whereNone(texts, "like", "%i%"))).containsExactly("Ada", "Bob", "Cy");
        assertThat(names(run, USERS.where("name", "Ada").orWhereAny(texts, "like", "%b%")))
                .containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.where("name", "Ada").orWhereAll(texts, "like", "%y%")))
                .containsExactly("Ada", "Cy");
        assertThat(names(run, USERS.where("name", "Di").orWhereNone(texts, "like", "%i%")))
                .containsExactly("Ada", "Bob", "Cy", "Di");
        assertThat(names(run, USERS.where("age", "<", 60).whereAny(texts, "like", "%y%")))
                .isEmpty();
        assertThat(names(run, USERS.query().whereAny(List.of(), "=", "x"))).isEmpty();
        assertThat(names(run, USERS.query().whereAll(List.of(), "=", "x"))).hasSize(5);
    }

    @Test
    @Feature("7.8")
    default void rowsOfValuesCompareFromLeftToRight(Runner run) {
        assertThat(names(run, USERS.query().whereRow(List.of("name", "age"), "=", List.of("Ada", 36))))
                .containsExactly("Ada");
        assertThat(names(run, USERS.query().whereRow(List.of("age", "name"), "<", List.of(36, "Z"))))
                .containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.query().whereRow(List.of("age", "name"), ">=", List.of(50, "O'Neil?"))))
                .containsExactly("Cy", "O'Neil?");
        assertThat(names(run, USERS.where("name", "Di").orWhereRow(List.of("age", "name"), "=", List.of(17, "Bob"))))
                .containsExactly("Bob", "Di");
        assertThatThrownBy(() -> USERS.query().whereRow(List.of("age"), "<", List.of(1, 2)))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.query().whereRow(List.of("age"), "like", List.of(1)))
                .isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.query().whereRow(List.of("age", "name"), "<", Arrays.asList(1, null)))
                .isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    @Feature("7.8")
    default void aRelationIsAskedByOneConditionOnItsRows(Runner run) {
        User ada = run.get(USERS.where(NAME.eq("Ada")).firstOrFail());
        User bob = run.get(USERS.where(NAME.eq("Bob")).firstOrFail());
        run.get(Post.by(ada, "read").views(900).save());
        run.get(Post.by(bob, "unread").views(1).save());

        assertThat(names(run, USERS.query().whereRelation(User.POSTS, Post.VIEWS.gt(800))))
                .containsExactly("Ada");
        assertThat(names(run, USERS.query().whereRelation("posts", "views", ">", 800)))
                .containsExactly("Ada");
        assertThat(names(run, USERS.where("name", "Di").orWhereRelation("posts", "title", "=", "unread")))
                .containsExactly("Bob", "Di");
        assertThat(names(run, USERS.where("name", "Di").orWhereRelation(User.POSTS, Post.VIEWS.lt(10))))
                .containsExactly("Bob", "Di");
        assertThatThrownBy(() -> USERS.query().whereRelation("post", "views", ">", 1))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessageContaining("\"posts\"");
        assertThatThrownBy(() -> USERS.query().whereRelation("posts", "view", ">", 1))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("\"views\"");
    }

    @Test
    @Feature("7.7")
    default void whenUnlessAndTapAddWhatTheyAreToldTo(Runner run) {
        assertThat(names(run, USERS.query().when(true, q -> q.where("age", 17))))
                .containsExactly("Bob");
        assertThat(names(run, USERS.query().when(false, q -> q.where("age", 17))))
                .hasSize(5);
        assertThat(names(run, USERS.query().when(false, q -> q.where("age", 17), q -> q.where("age", 64))))
                .containsExactly("Cy");
        assertThat(names(run, USERS.query().when("Ada", (q, name) -> q.where("name", name))))
                .containsExactly("Ada");
        assertThat(names(run, USERS.query().when((String) null, (q, name) -> q.where("name", name))))
                .hasSize(5);
        assertThat(names(run, USERS.query().unless(false, q -> q.where("age", 17))))
                .containsExactly("Bob");
        assertThat(names(run, USERS.query().unless(true, q -> q.where("age", 17))))
                .hasSize(5);
        assertThat(names(run, USERS.query().tap(q -> q.where("age", 17)))).containsExactly("Bob");
        assertThat(run.list(DB.table("users")
                        .when(true, q -> q.where("age", 17))
                        .unless(true, q -> q.where("age", 18))
                        .tap(q -> q.orderBy("name"))
                        .pluck("name")))
                .containsExactly("Bob");
    }

    @Test
    @Feature({"7.1", "7.2", "7.3", "7.5", "7.8"})
    default void whatIsWrongIsRefusedAtOnce(Runner run) {
        assertThatThrownBy(() -> USERS.query().whereColumn("nmae", "email"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessage("table users has no column \"nmae\"; did you mean \"name\"?");
        assertThatThrownBy(() -> USERS.query().whereBetween("aeg", 1, 2)).isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> USERS.query().whereNull("emial")).isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> USERS.query().whereDate("creatd_at", LocalDate.EPOCH))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> USERS.query().whereAny(List.of("name", "emial"), "=", "x"))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> USERS.query().whereFullText(List.of("emial"), "x"))
                .isInstanceOf(UnknownColumnException.class);

        assertThatThrownBy(() -> USERS.query().whereBetween("age", "a", "b")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.whereIn("age", List.of("x"))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.whereIn("age", List.of(List.of(1)))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.where("age", "like", "1%")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.where("name", "like", 1)).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> AGE.like("1%")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DB.table("users").whereIn("age", List.of(1, "a")))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DB.table("users").whereIn("age", List.of(Map.of())))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DB.table("users").where("age", "like", 1)).isInstanceOf(TypeMismatchException.class);

        assertThatThrownBy(() -> USERS.whereIn("age", Arrays.asList(1, null)))
                .isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> USERS.whereBetween("age", nothing(), 1)).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> USERS.whereLike("name", nothing())).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> NAME.like(nothing())).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> AGE.eq(ConditionContract.<Integer>nothing()))
                .isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> AGE.between(nothing(), 1)).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> AGE.in(Arrays.asList(1, null))).isInstanceOf(NullNotAllowedException.class);

        assertThatThrownBy(() -> USERS.query().whereDate("name", LocalDate.EPOCH))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("name is STRING, which has no date");
        assertThatThrownBy(() -> USERS.query().whereYear("created_at", "like", 2024))
                .isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.query().whereMonth("created_at", 13)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.query().whereDay("created_at", 0)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> NAME.year()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> ID.isTrue()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> NAME.plus("x")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.query().whereFullText(List.of(), "x")).isInstanceOf(InvalidUsageException.class);

        for (String operator : List.of("", "==", "=;", "or", "is", "in", "~", "<=>", "= any", "like binary")) {
            assertThatThrownBy(() -> USERS.where("name", operator, "x"))
                    .as(operator)
                    .isInstanceOf(InvalidOperatorException.class);
            assertThatThrownBy(() -> USERS.query().whereColumn("name", operator, "email"))
                    .as(operator)
                    .isInstanceOf(InvalidOperatorException.class);
            assertThatThrownBy(() -> USERS.query().whereJsonLength("prefs", operator, 1))
                    .as(operator)
                    .isInstanceOf(InvalidOperatorException.class);
        }
        for (String name : List.of("name) or (1=1", "name\" = \"name", "name`", "*", "1", "")) {
            assertThatThrownBy(() -> DB.table("users").whereNull(name)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").whereColumn("name", name))
                    .isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").whereBetween(name, 1, 2))
                    .isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").whereYear(name, 2024)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").whereJsonContains(name, 1))
                    .isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").whereFullText(List.of(name), "x"))
                    .isInstanceOf(InvalidNameException.class);
        }
        assertThat(run.statements()).isEmpty();
    }
}
