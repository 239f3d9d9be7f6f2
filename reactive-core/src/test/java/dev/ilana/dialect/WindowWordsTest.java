package dev.ilana.dialect;

import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import org.junit.jupiter.api.Test;

/** Functions over windows, as each database spells them. */
class WindowWordsTest {

    private static final Query USERS = Query.table("users");

    private static Spelling spelled(Expr function) {
        return Spelling.of(USERS.select(function.as("x")));
    }

    @Test
    void functionsOfAWindow() {
        spelled(Expr.rowNumber().over(w -> w)).everywhere("select row_number() over () as [x] from [users]");
        spelled(Expr.rank().over(w -> w.partitionBy("kind").orderByDesc("age")))
                .everywhere("select rank() over (partition by [kind] order by [age] desc) as [x] from [users]");
        spelled(Expr.denseRank().over(w -> w.orderBy("age").orderBy(Expr.lower("name"))))
                .everywhere("select dense_rank() over (order by [age] asc, lower([name]) asc) as [x] from [users]");
        spelled(Expr.ntile(4).over(w -> w.orderBy("age")))
                .everywhere("select ntile(4) over (order by [age] asc) as [x] from [users]");
        spelled(Expr.lag("age", 1).over(w -> w.orderBy("id")))
                .everywhere("select lag([age], 1) over (order by [id] asc) as [x] from [users]");
        spelled(Expr.lead("age", 2).over(w -> w.orderBy("id")))
                .everywhere("select lead([age], 2) over (order by [id] asc) as [x] from [users]");
        spelled(Expr.firstValue("age").over(w -> w.orderBy("id")))
                .everywhere("select first_value([age]) over (order by [id] asc) as [x] from [users]");
        spelled(Expr.lastValue("age").over(w -> w.orderBy("id").rowsBetween(null, null)))
                .everywhere(
                        "select last_value([age]) over (order by [id] asc rows between unbounded preceding and unbounded"
                                + " following) as [x] from [users]");
    }

    @Test
    void framesOfAWindow() {
        spelled(Expr.sum("age").over(w -> w.rowsBetween(null, 0)))
                .everywhere(
                        "select sum([age]) over (rows between unbounded preceding and current row) as [x] from [users]");
        spelled(Expr.avg("age").over(w -> w.rowsBetween(2, 3)))
                .everywhere("select avg([age]) over (rows between 2 preceding and 3 following) as [x] from [users]");
        spelled(Expr.count().over(w -> w.rowsBetween(5, -1)))
                .everywhere("select count(*) over (rows between 5 preceding and 1 preceding) as [x] from [users]");
        spelled(Expr.min("age").over(w -> w.rowsBetween(-1, null)))
                .everywhere(
                        "select min([age]) over (rows between 1 following and unbounded following) as [x] from [users]");
    }
}
