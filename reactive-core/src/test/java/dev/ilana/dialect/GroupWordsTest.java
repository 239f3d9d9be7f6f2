package dev.ilana.dialect;

import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups and the conditions on them, as each database spells them. */
class GroupWordsTest {

    private static final Query USERS = Query.table("users");

    @Test
    void groupsAreColumnsExpressionsAndSql() {
        Spelling.of(USERS.select("kind").addSelect(Expr.count().as("n")).groupBy("kind", "users.age"))
                .everywhere("select [kind], count(*) as [n] from [users] group by [kind], [age]");
        Spelling.of(USERS.select("kind").groupByRaw("substr(name, 1, ?)", 2))
                .everywhere("select [kind] from [users] group by substr(name, 1, ?)", 2);
    }

    @Test
    void anExpressionThatIsSelectedTooIsNamedByItsPlace() {
        Expr decade = Expr.column("age").plus(1);
        Spelling.of(USERS.select(Expr.count().as("n"), decade.as("next"))
                        .groupBy(decade)
                        .orderByDesc(decade))
                .on(
                        Dialects.H2,
                        "select count(*) as [n], ([age] + ?) as [next] from [users] group by [next] order by 2 desc",
                        1)
                .on(
                        List.of(Dialects.POSTGRESQL, Dialects.MARIADB, Dialects.MYSQL),
                        "select count(*) as [n], ([age] + ?) as [next] from [users] group by 2 order by 2 desc",
                        1);
    }

    @Test
    void havingIsOnExpressionsNamesAndSql() {
        Query grouped =
                USERS.select("kind").addSelect(Expr.sum("age").as("ages")).groupBy("kind");
        String text = "select [kind], sum([age]) as [ages] from [users] group by [kind] having ";
        Spelling.of(grouped.having(Expr.count(), ">", 3)).everywhere(text + "count(*) > ?", 3);
        Spelling.of(grouped.having("ages", ">", 3)).everywhere(text + "sum([age]) > ?", 3);
        Spelling.of(grouped.having("kind", "like", "A%")).everywhere(text + "[kind] like ?", "A%");
        Spelling.of(grouped.having("kind", "=", "A")
                        .orHaving(Expr.min("age"), "<", 1)
                        .orHaving("ages", "=", 2))
                .everywhere(text + "[kind] = ? or min([age]) < ? or sum([age]) = ?", "A", 1, 2);
        Spelling.of(grouped.having(Expr.avg("age"), ">", 3)
                        .havingRaw("max(age) < ?", 9)
                        .orHavingRaw("count(*) = 1"))
                .everywhere(text + "avg([age]) > ? and (max(age) < ?) or (count(*) = 1)", 3, 9);
        Spelling.of(grouped.having(Expr.countDistinct("age"), "=", 1))
                .everywhere(text + "count(distinct [age]) = ?", 1);
    }
}
