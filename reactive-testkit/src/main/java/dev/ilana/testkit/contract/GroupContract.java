package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that have something in common become one. */
public interface GroupContract extends WritersContract {

    private static List<String> lines(Runner run, Query query) {
        return run.list(query.get().map(row -> row.get(0) + " " + row.get("n", Long.class)));
    }

    private static Query byViews() {
        return DB.table("posts")
                .select("views")
                .addSelect(Expr.count().as("n"))
                .groupBy("views")
                .orderBy("views");
    }

    @Test
    @Feature({"8.3", "8.6"})
    default void aGroupIsARow(Runner run) {
        assertThat(lines(run, byViews())).containsExactly("5 1", "10 1", "20 2", "30 1");
        assertThat(lines(
                        run,
                        DB.table("posts")
                                .select(
                                        Expr.column("views").plus(1).as("more"),
                                        Expr.sum("views").as("n"))
                                .groupBy(Expr.column("views").plus(1))
                                .orderBy("more")))
                .containsExactly("6 5", "11 10", "21 40", "31 30");
        assertThat(run.list(DB.table("users")
                        .groupByRaw("age < 40")
                        .selectRaw("count(*) as n")
                        .orderByRaw("count(*)")
                        .get()))
                .hasSize(3);
    }

    @Test
    @Feature("8.3")
    default void havingChoosesGroups(Runner run) {
        assertThat(lines(run, byViews().having(Expr.count(), ">", 1))).containsExactly("20 2");
        assertThat(lines(run, byViews().having("n", ">", 1))).containsExactly("20 2");
        assertThat(lines(run, byViews().having("views", "<", 20).having(Expr.sum("views"), ">", 5)))
                .containsExactly("10 1");
        assertThat(lines(run, byViews().having(Expr.count(), ">", 1).orHaving(Expr.max("views"), "=", 5)))
                .containsExactly("5 1", "20 2");
        assertThat(lines(run, byViews().having("n", ">", 1).orHaving("views", "=", 30)))
                .containsExactly("20 2", "30 1");
        assertThat(lines(run, byViews().havingRaw("count(*) between ? and ?", 2, 3)))
                .containsExactly("20 2");
        assertThat(lines(run, byViews().havingRaw("count(*) > 1").orHavingRaw("max(views) = ?", 30)))
                .containsExactly("20 2", "30 1");
        assertThat(lines(run, byViews().orderByDesc("n").reorder("n", "desc").limit(1)))
                .containsExactly("20 2");
    }

    @Test
    @Feature({"8.3", "8.6"})
    default void countIsThatOfGroups(Runner run) {
        assertThat(run.get(byViews().count())).isEqualTo(4);
        assertThat(run.get(byViews().having(Expr.count(), ">", 1).count())).isEqualTo(1);
        assertThat(run.get(byViews().sum("views"))).isEqualByComparingTo("65");
        assertThat(run.get(byViews().having("views", ">", 50).exists())).isFalse();
        assertThat(run.get(byViews().exists())).isTrue();
        assertThat(run.get(USERS.groupBy(KIND).count())).isEqualTo(2);
        assertThat(run.get(USERS.groupBy("kind").having(ID.count().gt(1L)).count()))
                .isEqualTo(1);
        assertThat(run.get(USERS.groupBy("kind").having(ID.count().gt(9L)).exists()))
                .isFalse();
    }

    @Test
    @Feature("8.3")
    default void aBadGroupIsRefused(Runner run) {
        assertThatThrownBy(() -> USERS.groupBy("knid")).isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> USERS.groupBy("kind").having("knid", "=", 1))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> byViews().having("views", "or", 1)).isInstanceOf(InvalidOperatorException.class);
        assertThat(run.error(byViews().having("nowhere", ">", 1).get().collectList()))
                .isInstanceOf(BadSqlException.class);
    }
}
