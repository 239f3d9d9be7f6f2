package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.ARRAY_BINDERS;
import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.sql.SqlType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions by column name and their "or" forms, as each database spells them. */
class ConditionWordsTest {

    private static final Query USERS = Query.table("users");
    private static final Query POSTS = Query.table("posts");
    private static final String WHERE = "select * from [users] where ";

    @Test
    void aColumnAndAValue() {
        Word.of(q -> q.where("age", 18), q -> q.orWhere("age", 18)).everywhere("[age] = ?", 18);
        Word.of(q -> q.where("age", null), q -> q.orWhere("age", null)).everywhere("[age] is null");
        Word.of(q -> q.where("age", ">=", 18), q -> q.orWhere("age", ">=", 18)).everywhere("[age] >= ?", 18);
        Word.of(q -> q.where("age", "!=", null), q -> q.orWhere("age", "<>", null))
                .everywhere("[age] is not null");
        Word.of(q -> q.whereNot("age", 18), q -> q.orWhereNot("age", 18)).everywhere("[age] <> ?", 18);
        Word.of(q -> q.whereNot("age", null), q -> q.orWhereNot("age", null)).everywhere("[age] is not null");
    }

    @Test
    void aColumnAndAPattern() {
        Word.of(q -> q.whereLike("name", "A%"), q -> q.orWhereLike("name", "A%"))
                .everywhere("[name] like ?", "A%");
        Word.of(q -> q.whereNotLike("name", "A%"), q -> q.orWhereNotLike("name", "A%"))
                .everywhere("[name] not like ?", "A%");
        Word.of(q -> q.where("name", "ilike", "a%"), q -> q.orWhere("name", "ilike", "a%"))
                .on(ARRAY_BINDERS, "[name] ilike ?", "a%")
                .on(MYSQL_FAMILY, "lower([name]) like lower(?)", "a%");
        Word.of(q -> q.where("name", "not ilike", "a%"), q -> q.orWhere("name", "not ilike", "a%"))
                .on(ARRAY_BINDERS, "[name] not ilike ?", "a%")
                .on(MYSQL_FAMILY, "lower([name]) not like lower(?)", "a%");
    }

    @Test
    void aGroupIsInParenthesesWhereItWouldComeApart() {
        Word.of(
                        q -> q.where(g -> g.where("b", 1).where("c", 2)),
                        q -> q.orWhere(g -> g.where("b", 1).where("c", 2)))
                .everywhere("[b] = ? and [c] = ?", 1, 2);
        Word.of(
                        q -> q.whereNot(g -> g.where("b", 1).orWhere("c", 2)),
                        q -> q.orWhereNot(g -> g.where("b", 1).orWhere("c", 2)))
                .everywhere("not ([b] = ? or [c] = ?)", 1, 2);
        Query ada = USERS.where("a", "x");
        Spelling.of(ada.where(g -> g.where("b", 1).orWhere("c", 2)))
                .everywhere(WHERE + "[a] = ? and ([b] = ? or [c] = ?)", "x", 1, 2);
        Spelling.of(ada.orWhere(g -> g.where("b", 1).orWhere("c", 2)))
                .everywhere(WHERE + "[a] = ? or ([b] = ? or [c] = ?)", "x", 1, 2);
        Spelling.of(ada.where(g -> g).orWhere(g -> g).whereNot(g -> g).orWhereNot(g -> g))
                .everywhere(WHERE + "[a] = ?", "x");
    }

    @Test
    void severalColumnsAndAValue() {
        List<String> both = List.of("name", "email");
        Query ada = USERS.where("a", "x");
        Spelling.of(ada.whereAny(both, "like", "A%"))
                .everywhere(WHERE + "[a] = ? and ([name] like ? or [email] like ?)", "x", "A%", "A%");
        Spelling.of(ada.orWhereAny(both, "like", "A%"))
                .everywhere(WHERE + "[a] = ? or ([name] like ? or [email] like ?)", "x", "A%", "A%");
        Word.of(q -> q.whereAll(both, "<>", "A"), q -> q.orWhereAll(both, "<>", "A"))
                .everywhere("[name] <> ? and [email] <> ?", "A", "A");
        Word.of(q -> q.whereNone(both, "=", "A"), q -> q.orWhereNone(both, "=", "A"))
                .everywhere("not ([name] = ? or [email] = ?)", "A", "A");
        Spelling.of(ada.whereAny(List.of(), "=", 1)).everywhere(WHERE + "[a] = ? and (1 = 0)", "x");
        Word.of(q -> q.whereAll(List.of(), "=", 1), q -> q.orWhereAll(List.of(), "=", 1))
                .everywhere("1 = 1");
        Word.of(q -> q.whereNone(List.of(), "=", 1), q -> q.orWhereNone(List.of(), "=", 1))
                .everywhere("not (1 = 0)");
    }

    @Test
    void aRowOfColumnsIsOneValue() {
        Word.of(
                        q -> q.whereRow(List.of("b", "c"), "<", List.of(1, "z")),
                        q -> q.orWhereRow(List.of("b", "c"), "<", List.of(1, "z")))
                .everywhere("([b], [c]) < (?, ?)", 1, "z");
    }

    @Test
    void twoColumns() {
        Word.of(q -> q.whereColumn("created_at", "updated_at"), q -> q.orWhereColumn("created_at", "updated_at"))
                .everywhere("[created_at] = [updated_at]");
        Word.of(q -> q.whereColumn("b", "<=", "users.c"), q -> q.orWhereColumn("b", "<=", "users.c"))
                .everywhere("[b] <= [c]");
    }

    @Test
    void anExpressionAndAValueOrAnotherExpression() {
        Word.of(q -> q.where(Expr.lower("email"), "=", "ada@x.y"), q -> q.orWhere(Expr.lower("email"), "=", "ada@x.y"))
                .everywhere("lower([email]) = ?", "ada@x.y");
        Word.of(
                        q -> q.where(
                                Expr.length("name"), ">", Expr.column("age").minus(1)),
                        q -> q.orWhere(
                                Expr.length("name"), ">", Expr.column("age").minus(1)))
                .everywhere("char_length([name]) > ([age] - ?)", 1);
        Word.of(q -> q.where("age", ">", Expr.abs("height")), q -> q.orWhere("age", ">", Expr.abs("height")))
                .everywhere("[age] > abs([height])");
        Word.of(q -> q.where(Expr.raw("mod(age, ?)", 2), "=", 0), q -> q.orWhere(Expr.raw("mod(age, ?)", 2), "=", 0))
                .everywhere("mod(age, ?) = ?", 2, 0);
    }

    @Test
    void sqlOfOnesOwnStaysTogether() {
        Query ada = USERS.where("a", "x");
        Spelling.of(USERS.whereRaw("age > ? or age < ?", 60, 18)).everywhere(WHERE + "age > ? or age < ?", 60, 18);
        Spelling.of(ada.whereRaw("age > ? or age < ?", 60, 18))
                .everywhere(WHERE + "[a] = ? and (age > ? or age < ?)", "x", 60, 18);
        Spelling.of(ada.orWhereRaw("age > ? or age < ?", 60, 18))
                .everywhere(WHERE + "[a] = ? or (age > ? or age < ?)", "x", 60, 18);
        assertThat(USERS.whereRaw("tags ?? ?", "a").toSql(Dialects.POSTGRESQL).text())
                .as("two question marks are one, and no marker")
                .isEqualTo("select * from \"users\" where tags ? $1");
    }

    @Test
    void nulls() {
        Word.of(q -> q.whereNull("age"), q -> q.orWhereNull("age")).everywhere("[age] is null");
        Word.of(q -> q.whereNotNull("age"), q -> q.orWhereNotNull("age")).everywhere("[age] is not null");
    }

    @Test
    void ranges() {
        Word.of(q -> q.whereBetween("age", 18, 65), q -> q.orWhereBetween("age", 18, 65))
                .everywhere("[age] between ? and ?", 18, 65);
        Word.of(q -> q.whereNotBetween("age", 18, 65L), q -> q.orWhereNotBetween("age", 18, 65L))
                .everywhere("[age] not between ? and ?", 18L, 65L);
        Word.of(q -> q.whereBetweenColumns("b", "c", "d"), q -> q.orWhereBetweenColumns("b", "c", "d"))
                .everywhere("[b] between [c] and [d]");
        Word.of(q -> q.whereNotBetweenColumns("b", "c", "d"), q -> q.orWhereNotBetweenColumns("b", "c", "d"))
                .everywhere("[b] not between [c] and [d]");
    }

    @Test
    void lists() {
        Word.of(q -> q.whereIn("age", List.of(1, 2, 3)), q -> q.orWhereIn("age", List.of(1, 2, 3)))
                .on(ARRAY_BINDERS, "[age] = any(?)", array(SqlType.INTEGER, 1, 2, 3))
                .on(MYSQL_FAMILY, "[age] in (?, ?, ?, ?)", 1, 2, 3, 3);
        Word.of(q -> q.whereNotIn("age", List.of(1L, 2)), q -> q.orWhereNotIn("age", List.of(1L, 2)))
                .on(ARRAY_BINDERS, "[age] <> all(?)", array(SqlType.BIGINT, 1L, 2L))
                .on(MYSQL_FAMILY, "[age] not in (?, ?)", 1L, 2L);
        BigDecimal one = new BigDecimal("1");
        BigDecimal more = new BigDecimal("2.5");
        Word.of(q -> q.whereIn("age", List.of(1, 2.5)), q -> q.orWhereIn("age", List.of(1, 2.5)))
                .on(Dialects.POSTGRESQL, "[age] = any(?)", array(SqlType.DECIMAL, one, more))
                .on(
                        Dialects.H2,
                        "[age] = any(cast(cast(? as varchar array) as decfloat array))",
                        array(SqlType.STRING, "1", "2.5"))
                .on(MYSQL_FAMILY, "[age] in (?, ?)", one, more);
        Word.of(q -> q.whereIn("age", List.of()), q -> q.orWhereIn("age", List.of()))
                .everywhere("1 = 0");
        Word.of(q -> q.whereNotIn("age", List.of()), q -> q.orWhereNotIn("age", List.of()))
                .everywhere("1 = 1");
    }

    @Test
    void otherQueriesAsListsAndValues() {
        Query writers = POSTS.where("views", ">", 5).select("user_id");
        String list = "(select [user_id] from [posts] where [views] > ?)";
        Word.of(q -> q.whereIn("id", writers), q -> q.orWhereIn("id", writers)).everywhere("[id] in " + list, 5);
        Word.of(q -> q.whereNotIn("id", writers), q -> q.orWhereNotIn("id", writers))
                .everywhere("[id] not in " + list, 5);
        Word.of(q -> q.whereIn("id", writers.limit(3)), q -> q.orWhereIn("id", writers.limit(3)))
                .on(ARRAY_BINDERS, "[id] in (select [user_id] from [posts] where [views] > ? limit ?)", 5, 3L)
                .on(
                        MYSQL_FAMILY,
                        "[id] in (select * from (select [user_id] from [posts] where [views] > ? limit ?)"
                                + " as [ilana_list])",
                        5,
                        3L);
        Query most = POSTS.select(Expr.max("views"));
        Word.of(q -> q.where("age", "<", most), q -> q.orWhere("age", "<", most))
                .everywhere("[age] < (select max([views]) from [posts])");
        Word.of(q -> q.where(Expr.of(most), ">", 5), q -> q.orWhere(Expr.of(most), ">", 5))
                .everywhere("(select max([views]) from [posts]) > ?", 5);
    }

    @Test
    void rowsOfOtherQueriesThatAreThereOrNot() {
        Query theirs = POSTS.whereColumn("posts.user_id", "users.id").where("posts.views", ">", 5);
        String rows = "exists (select * from [posts] where [posts].[user_id] = [users].[id] and [posts].[views] > ?)";
        Word.of(q -> q.whereExists(theirs), q -> q.orWhereExists(theirs)).everywhere(rows, 5);
        Word.of(q -> q.whereNotExists(theirs), q -> q.orWhereNotExists(theirs)).everywhere("not " + rows, 5);
    }

    @Test
    void aChainThatDependsIsWhatItComesTo() {
        Spelling.of(USERS.when(true, q -> q.where("b", 1)).when(false, q -> q.where("c", 2)))
                .everywhere(WHERE + "[b] = ?", 1);
        Spelling.of(USERS.when(false, q -> q.where("b", 1), q -> q.where("c", 2)))
                .everywhere(WHERE + "[c] = ?", 2);
        Spelling.of(USERS.when(true, q -> q.where("b", 1), q -> q.where("c", 2)))
                .everywhere(WHERE + "[b] = ?", 1);
        Spelling.of(USERS.when("Ada", (q, name) -> q.where("name", name))
                        .when((String) null, (q, name) -> q.where("email", name)))
                .everywhere(WHERE + "[name] = ?", "Ada");
        Spelling.of(USERS.unless(false, q -> q.where("b", 1)).unless(true, q -> q.where("c", 2)))
                .everywhere(WHERE + "[b] = ?", 1);
        Spelling.of(USERS.tap(q -> q.where("b", 1).limit(2))).everywhere(WHERE + "[b] = ? limit ?", 1, 2L);
    }
}
