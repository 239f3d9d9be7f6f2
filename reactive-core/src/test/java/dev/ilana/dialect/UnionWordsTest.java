package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;

import dev.ilana.query.Query;
import dev.ilana.sql.Distinct;
import dev.ilana.sql.Order;
import dev.ilana.sql.Select;
import dev.ilana.sql.Union;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Unions and queries named before a query, as each database spells them. */
class UnionWordsTest {

    private static final Query USERS = Query.table("users");
    private static final Query POSTS = Query.table("posts");

    private static final Query NAMES = USERS.select("name as label", "age");
    private static final Query TITLES = POSTS.select("title", "views");
    private static final String UNITED =
            "select [name] as [label], [age] from [users] union select [title], [views] from [posts]";

    @Test
    void aUnionHasOneOrderAndLimit() {
        Spelling.of(NAMES.union(TITLES)).everywhere(UNITED);
        Spelling.of(NAMES.unionAll(TITLES).unionAll(TITLES))
                .everywhere(
                        "select [name] as [label], [age] from [users] union all select [title], [views] from [posts]"
                                + " union all select [title], [views] from [posts]");
        Spelling.of(NAMES.union(TITLES)
                        .orderBy("label")
                        .orderByDesc("users.age")
                        .limit(2)
                        .offset(1))
                .everywhere(UNITED + " order by [label] asc, [age] desc limit ? offset ?", 2L, 1L);
    }

    @Test
    void aPartKeepsItsOwn() {
        Spelling.of(NAMES.where("id", 1)
                        .union(TITLES.join("users", "users.id", "posts.user_id")
                                .orderBy("posts.views")
                                .limit(3)))
                .everywhere(
                        "select [name] as [label], [age] from [users] where [id] = ? union (select [title], [views] from [posts]"
                                + " inner join [users] on [users].[id] = [posts].[user_id] order by [posts].[views] asc limit ?)",
                        1,
                        3L);
    }

    @Test
    void aUnionInAUnionIsASourceOfItsOwn() {
        Spelling.of(TITLES.union(NAMES.unionAll(TITLES).orderBy("label").limit(1)))
                .everywhere(
                        "select [title], [views] from [posts] union (select [label], [age] from (select [name] as [label], [age]"
                                + " from [users] union all select [title], [views] from [posts]) as [users]"
                                + " order by [label] asc limit ?)",
                        1L);
    }

    @Test
    void aJoinedColumnIsSortedByItsNameInTheResult() {
        Spelling.of(USERS.join("posts", "posts.user_id", "users.id")
                        .select("posts.title as label", "posts.views")
                        .union(TITLES)
                        .orderBy("posts.title")
                        .orderBy("posts.views"))
                .everywhere("select [posts].[title] as [label], [posts].[views] from [users] inner join [posts]"
                        + " on [posts].[user_id] = [users].[id] union select [title], [views] from [posts]"
                        + " order by [label] asc, [views] asc");
    }

    @Test
    void whatIsNoColumnSortsTheUnionFromOutside() {
        Spelling.of(NAMES.union(TITLES).orderBy("age", "asc", "last").limit(1))
                .on(
                        Spelling.ARRAY_BINDERS,
                        "select [label], [age] from (" + UNITED + ") as [users] order by [age] asc nulls last limit ?",
                        1L)
                .on(
                        MYSQL_FAMILY,
                        "select [label], [age] from (" + UNITED
                                + ") as [users] order by [age] is null asc, [age] asc limit ?",
                        1L);
        Spelling.of(NAMES.union(TITLES).orderByRaw("lower(label)"))
                .everywhere("select [label], [age] from (" + UNITED + ") as [users] order by lower(label)");
    }

    @Test
    void aQueryIsNamedBeforeTheOneThatReadsIt() {
        Spelling.of(Query.table("p")
                        .withExpression("p", POSTS.where("views", 1))
                        .where("p.id", 2))
                .everywhere(
                        "with [p] as (select * from [posts] where [views] = ?) select * from [p] where [id] = ?", 1, 2);
        Spelling.of(Query.table("b").withExpression("a", USERS).withExpression("b", Query.table("a")))
                .everywhere("with [a] as (select * from [users]), [b] as (select * from [a]) select * from [b]");
    }

    @Test
    void aRecursiveQueryReadsItself() {
        Spelling.of(Query.table("tree")
                        .withRecursiveExpression(
                                "tree",
                                List.of("id", "name"),
                                USERS.where("id", 1)
                                        .select("id", "name")
                                        .unionAll(USERS.join("tree", "tree.id", "users.boss_id")
                                                .select("users.id", "users.name"))))
                .everywhere(
                        "with recursive [tree] ([id], [name]) as (select [id], [name] from [users] where [id] = ? union all"
                                + " select [users].[id], [users].[name] from [users] inner join [tree]"
                                + " on [tree].[id] = [users].[boss_id]) select * from [tree]",
                        1);
    }

    @Test
    void aLimitOfAPartitionCountsTheRowsOfAUnionOrWithoutDoubles() {
        Select posts = Select.from("posts")
                .withColumns(List.of(Spelling.selected("posts.id"), Spelling.selected("posts.user_id")))
                .withPartition(Spelling.column("posts.user_id"))
                .withOrder(new Order(Spelling.column("posts.id"), Order.Direction.DESC))
                .withLimit(1L);
        String numbered = "select [id], [user_id] from (select [id], [user_id],"
                + " row_number() over (partition by [user_id] order by [id] desc) as [ilana_row] from (%s) as [posts]) as [posts]"
                + " where [ilana_row] <= ? order by [ilana_row]";
        Spelling.of(posts.withDistinct(new Distinct(List.of())))
                .everywhere(numbered.formatted("select distinct [id], [user_id] from [posts]"), 1L);
        Spelling.of(posts.withUnion(new Union(Select.from("old"), true)))
                .everywhere(
                        numbered.formatted("select [id], [user_id] from [posts] union all select * from [old]"), 1L);
    }
}
