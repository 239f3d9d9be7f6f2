package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;

import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders and ranges, as each database spells them. */
class OrderWordsTest {

    private static final Query USERS = Query.table("users");

    @Test
    void ordersFollowEachOther() {
        Spelling.of(USERS.orderBy("name").orderByDesc("users.age").orderBy("id", "DESC"))
                .everywhere("select * from [users] order by [name] asc, [age] desc, [id] desc");
        Spelling.of(USERS.latest()).everywhere("select * from [users] order by [created_at] desc");
        Spelling.of(USERS.oldest()).everywhere("select * from [users] order by [created_at] asc");
        Spelling.of(USERS.oldest("age")).everywhere("select * from [users] order by [age] asc");
        Spelling.of(USERS.orderBy("name").reorder()).everywhere("select * from [users]");
        Spelling.of(USERS.orderBy(Expr.lower("name")).orderBy("id"))
                .everywhere("select * from [users] order by lower([name]) asc, [id] asc");
        Spelling.of(USERS.latest("age")).everywhere("select * from [users] order by [age] desc");
        Spelling.of(USERS.orderBy("name").reorder("age", "desc"))
                .everywhere("select * from [users] order by [age] desc");
        Spelling.of(USERS.orderByDesc(Expr.lower("name")))
                .everywhere("select * from [users] order by lower([name]) desc");
        Spelling.of(USERS.orderByRaw("field(name, ?) desc", "x").orderBy("id"))
                .everywhere("select * from [users] order by field(name, ?) desc, [id] asc", "x");
    }

    @Test
    void nullsGoFirstOrLast() {
        Spelling.of(USERS.orderBy("age", "asc", "last"))
                .on(Spelling.ARRAY_BINDERS, "select * from [users] order by [age] asc nulls last")
                .on(MYSQL_FAMILY, "select * from [users] order by [age] is null asc, [age] asc");
        Spelling.of(USERS.orderBy("age", "desc", "FIRST"))
                .on(Spelling.ARRAY_BINDERS, "select * from [users] order by [age] desc nulls first")
                .on(MYSQL_FAMILY, "select * from [users] order by [age] is null desc, [age] desc");
    }

    @Test
    void aRandomOrder() {
        Spelling.of(USERS.inRandomOrder().limit(1))
                .on(Dialects.POSTGRESQL, "select * from [users] order by random() asc limit ?", 1L)
                .on(
                        List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL),
                        "select * from [users] order by rand() asc limit ?",
                        1L);
    }

    @Test
    void rangesByTheirManyNames() {
        Spelling.of(USERS.take(5).skip(2)).everywhere("select * from [users] limit ? offset ?", 5L, 2L);
        Spelling.of(USERS.forPage(3, 10)).everywhere("select * from [users] limit ? offset ?", 10L, 20L);
    }
}
