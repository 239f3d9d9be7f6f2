package dev.ilana.dialect;

import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a query selects, and from where, as each database spells it. */
class SelectWordsTest {

    private static final Query USERS = Query.table("users");
    private static final Query POSTS = Query.table("posts");

    @Test
    void columnsHaveTheirNamesAndOthers() {
        Spelling.of(USERS.select("id", "users.name", "age as years"))
                .everywhere("select [id], [name], [age] as [years] from [users]");
        Spelling.of(USERS.select("id").select("name")).everywhere("select [name] from [users]");
        Spelling.of(USERS.select("id").addSelect("name")).everywhere("select [id], [name] from [users]");
        Spelling.of(USERS.select("users.*")).everywhere("select [users].* from [users]");
    }

    @Test
    void whatIsAddedToAllColumnsNamesThemAll() {
        Spelling.of(USERS.addSelect(Expr.value(1).as("one")))
                .everywhere("select [users].*, ? as [one] from [users]", 1);
        Spelling.of(Query.table("users as u").addSelect("u.name as label"))
                .everywhere("select [u].*, [name] as [label] from [users] as [u]");
    }

    @Test
    void rawSqlComesAfterWhatWasSelected() {
        Spelling.of(USERS.selectRaw("count(*) as n")).everywhere("select count(*) as n from [users]");
        Spelling.of(USERS.select("kind").selectRaw("coalesce(age, ?) as a", 1).groupByRaw("kind, age"))
                .everywhere("select [kind], coalesce(age, ?) as a from [users] group by kind, age", 1);
    }

    @Test
    void expressionsHaveNames() {
        Spelling.of(USERS.select(
                        Expr.upper("name").as("loud"),
                        Expr.lower("name").as("quiet"),
                        Expr.abs("age").as("a"),
                        Expr.coalesce("age", 0).as("c"),
                        Expr.column("age").plus(1).minus(2).times(3).as("d")))
                .everywhere(
                        "select upper([name]) as [loud], lower([name]) as [quiet], abs([age]) as [a],"
                                + " coalesce([age], ?) as [c], ((([age] + ?) - ?) * ?) as [d] from [users]",
                        0,
                        1,
                        2,
                        3);
        Spelling.of(USERS.select(Expr.length("name").as("n")))
                .everywhere("select char_length([name]) as [n] from [users]");
    }

    @Test
    void aSubQueryIsAColumnAndASource() {
        Spelling.of(USERS.select("name")
                        .addSelect(
                                "best",
                                POSTS.whereColumn("posts.user_id", "users.id").select(Expr.max("views"))))
                .everywhere(
                        "select [name], (select max([views]) from [posts] where [posts].[user_id] = [users].[id]) as [best]"
                                + " from [users]");
        Spelling.of(Query.table(POSTS.where("views", ">", 5), "p").where("p.id", 1))
                .everywhere("select * from (select * from [posts] where [views] > ?) as [p] where [id] = ?", 5, 1);
        Spelling.of(USERS.where("id", 1).from("public.people as p"))
                .everywhere("select * from [public].[people] as [p] where [id] = ?", 1);
        Spelling.of(USERS.from(POSTS, "p").limit(1))
                .everywhere("select * from (select * from [posts]) as [p] limit ?", 1L);
    }

    @Test
    void aTableIsNamedWithItsSchema() {
        Spelling.of(Query.table("blog.users").where("users.id", 1).select("users.name"))
                .everywhere("select [name] from [blog].[users] where [id] = ?", 1);
        Spelling.of(Query.table("blog.users as u").join("blog.posts", "posts.user_id", "u.id"))
                .everywhere(
                        "select * from [blog].[users] as [u] inner join [blog].[posts] on [posts].[user_id] = [u].[id]");
    }

    @Test
    void distinctIsOfTheRowOrOfSomeOfIt() {
        Spelling.of(USERS.distinct().select("age")).everywhere("select distinct [age] from [users]");
        Spelling.of(USERS.distinctOn("kind").orderBy("kind").orderByDesc("age"))
                .on(Dialects.POSTGRESQL, "select distinct on ([kind]) * from [users] order by [kind] asc, [age] desc")
                .nowhereOf(List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL), Capability.DISTINCT_ON);
        Spelling.of(USERS.distinctOn(Expr.lower("name")))
                .on(Dialects.POSTGRESQL, "select distinct on (lower([name])) * from [users]");
    }
}
