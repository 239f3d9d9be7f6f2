package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.query.Window;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A row knows the rows around it. */
public interface WindowContract extends WritersContract {

    /** What the expression is for the posts by title. */
    private static List<String> each(Runner run, Expr expression) {
        return run
                .list(DB.table("posts")
                        .select("title")
                        .addSelect(expression.as("x"))
                        .orderBy("title")
                        .get())
                .stream()
                .map(row -> row.get("title") + " " + row.get("x", Long.class))
                .toList();
    }

    @Test
    @Feature("8.7")
    default void rowsAreNumberedAndRanked(Runner run) {
        UnaryOperator<Window> byViews = w -> w.orderByDesc("views");

        assertThat(each(
                        run,
                        Expr.rowNumber()
                                .over(w -> w.partitionBy("user_id")
                                        .orderByDesc("views")
                                        .orderBy("title"))))
                .containsExactly("A1 2", "A2 1", "B1 1", "B2 2", "C1 1");
        assertThat(each(run, Expr.rank().over(byViews))).containsExactly("A1 4", "A2 1", "B1 2", "B2 2", "C1 5");
        assertThat(each(run, Expr.denseRank().over(byViews))).containsExactly("A1 3", "A2 1", "B1 2", "B2 2", "C1 4");
        assertThat(each(run, Expr.ntile(2).over(w -> w.orderBy("title"))))
                .containsExactly("A1 1", "A2 1", "B1 1", "B2 2", "C1 2");
    }

    @Test
    @Feature("8.7")
    default void neighboursAreSeen(Runner run) {
        UnaryOperator<Window> byTitle = w -> w.orderBy("title");

        assertThat(each(run, Expr.lag("views", 1).over(byTitle)))
                .containsExactly("A1 null", "A2 10", "B1 30", "B2 20", "C1 20");
        assertThat(each(run, Expr.lead("views", 2).over(byTitle)))
                .containsExactly("A1 20", "A2 20", "B1 5", "B2 null", "C1 null");
        assertThat(each(
                        run,
                        Expr.firstValue("views")
                                .over(w -> w.partitionBy("user_id").orderBy("title"))))
                .containsExactly("A1 10", "A2 10", "B1 20", "B2 20", "C1 5");
        assertThat(each(
                        run,
                        Expr.lastValue("views")
                                .over(w -> w.partitionBy("user_id")
                                        .orderBy("title")
                                        .rowsBetween(null, null))))
                .containsExactly("A1 30", "A2 30", "B1 20", "B2 20", "C1 5");
    }

    @Test
    @Feature("8.7")
    default void aggregatesGoOverAFrame(Runner run) {
        assertThat(each(run, Expr.sum("views").over(w -> w.orderBy("title").rowsBetween(null, 0))))
                .containsExactly("A1 10", "A2 40", "B1 60", "B2 80", "C1 85");
        assertThat(each(run, Expr.sum("views").over(w -> w.orderBy("title").rowsBetween(1, 1))))
                .containsExactly("A1 40", "A2 60", "B1 70", "B2 45", "C1 25");
        assertThat(each(run, Expr.max("views").over(w -> w.orderBy("title").rowsBetween(-1, 2))))
                .containsExactly("A1 30", "A2 20", "B1 20", "B2 5", "C1 null");
        assertThat(each(run, Expr.count().over(w -> w.partitionBy("published"))))
                .containsExactly("A1 4", "A2 4", "B1 4", "B2 1", "C1 4");
        assertThat(each(run, Expr.count().over(w -> w))).containsExactly("A1 5", "A2 5", "B1 5", "B2 5", "C1 5");
    }

    @Test
    @Feature({"8.1", "8.7"})
    default void windowsAreTypedToo(Runner run) {
        assertThat(run.list(Post.POSTS
                        .orderBy(Post.TITLE)
                        .select(
                                Post.TITLE,
                                Post.VIEWS
                                        .sum(Long.class)
                                        .over(w -> w.partitionBy(Post.USER_ID).orderBy(Post.TITLE)),
                                Post.VIEWS.lag(1).over(w -> w.orderBy(Post.TITLE)),
                                Post.POSTS
                                        .rowNumber()
                                        .over(w -> w.partitionBy(Post.USER_ID).orderByDesc(Post.TITLE)))
                        .as((title, sum, before, number) -> title + " " + sum + " " + before + " " + number)
                        .get()))
                .containsExactly("A1 10 null 2", "A2 40 10 1", "B1 20 30 2", "B2 40 20 1", "C1 5 20 1");
        assertThat(run.list(USERS.whereNotNull("age")
                        .orderBy(NAME)
                        .select(
                                USERS.rank().over(w -> w.partitionBy(KIND).orderBy(AGE)),
                                USERS.denseRank().over(w -> w.orderBy(AGE)))
                        .as((rank, dense) -> rank + " " + dense)
                        .get()))
                .containsExactly("1 2", "1 1", "2 3");
        assertThat(run.list(USERS.addSelect(Expr.rowNumber()
                                .over(w -> w.orderByDesc("name"))
                                .as("n"))
                        .orderBy("n")
                        .get()))
                .extracting(user -> user.name() + user.getAttribute("n", Integer.class))
                .containsExactly("Di1", "Cy2", "Bob3", "Ada4");
    }

    @Test
    @Feature({"7.6", "8.7"})
    default void aWindowIsAskedForInTheQueryAround(Runner run) {
        Query numbered = DB.table("posts")
                .select("title")
                .addSelect(Expr.rowNumber()
                        .over(w -> w.partitionBy("user_id").orderByDesc("views").orderBy("title"))
                        .as("place"));

        assertThat(run.list(DB.table(numbered, "numbered")
                        .where("place", 1)
                        .orderBy("title")
                        .pluck("title")))
                .containsExactly("A2", "B1", "C1");
    }

    @Test
    @Feature("8.7")
    default void badWindowsAreRefused(Runner run) {
        assertThatThrownBy(() -> Expr.ntile(0)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Expr.lag("views", -1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Expr.count().over(w -> w.rowsBetween(-2, 1)))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a window from -2 rows before to 1 after ends before it begins");
        assertThatThrownBy(() ->
                        USERS.addSelect(AGE.over(w -> w.partitionBy("kind")).as("x")))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }
}
