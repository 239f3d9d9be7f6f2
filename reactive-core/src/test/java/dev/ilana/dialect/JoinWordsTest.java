package dev.ilana.dialect;

import dev.ilana.query.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joins of every kind, as each database spells them. */
class JoinWordsTest {

    private static final Query USERS = Query.table("users");
    private static final Query POSTS = Query.table("posts");

    private static final String ON = "[posts] on [posts].[user_id] = [users].[id]";

    @Test
    void aJoinIsSaidInThreeWays() {
        for (Query joined : List.of(
                USERS.join("posts", "posts.user_id", "users.id"),
                USERS.join("posts", "posts.user_id", "=", "users.id"),
                USERS.join("posts", on -> on.on("posts.user_id", "users.id")))) {
            Spelling.of(joined).everywhere("select * from [users] inner join " + ON);
        }
        for (Query joined : List.of(
                USERS.leftJoin("posts", "posts.user_id", "users.id"),
                USERS.leftJoin("posts", "posts.user_id", "=", "users.id"),
                USERS.leftJoin("posts", on -> on.on("posts.user_id", "users.id")))) {
            Spelling.of(joined).everywhere("select * from [users] left join " + ON);
        }
        for (Query joined : List.of(
                USERS.rightJoin("posts", "posts.user_id", "users.id"),
                USERS.rightJoin("posts", "posts.user_id", "=", "users.id"),
                USERS.rightJoin("posts", on -> on.on("posts.user_id", "users.id")))) {
            Spelling.of(joined).everywhere("select * from [users] right join " + ON);
        }
        for (Query joined : List.of(
                USERS.fullJoin("posts", "posts.user_id", "users.id"),
                USERS.fullJoin("posts", "posts.user_id", "=", "users.id"),
                USERS.fullJoin("posts", on -> on.on("posts.user_id", "users.id")))) {
            Spelling.of(joined)
                    .on(Dialects.POSTGRESQL, "select * from [users] full join " + ON)
                    .nowhereOf(List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL), Capability.FULL_JOIN);
        }
    }

    @Test
    void aCrossJoinHasNoCondition() {
        Spelling.of(USERS.crossJoin("posts as p")).everywhere("select * from [users] cross join [posts] as [p]");
    }

    @Test
    void theConditionsOfAJoinAreAnyConditions() {
        Spelling.of(USERS.join(
                        "posts",
                        on -> on.on("posts.user_id", "<>", "users.id")
                                .orOn("posts.id", "users.id")
                                .orOn("posts.id", "<", "users.id")
                                .where("posts.views", ">", 5)
                                .where(q -> q.whereNull("posts.title").orWhere("posts.title", "x"))))
                .everywhere(
                        "select * from [users] inner join [posts] on [posts].[user_id] <> [users].[id]"
                                + " or [posts].[id] = [users].[id]"
                                + " or [posts].[id] < [users].[id] and [posts].[views] > ?"
                                + " and ([posts].[title] is null or [posts].[title] = ?)",
                        5,
                        "x");
    }

    @Test
    void anotherQueryIsJoinedUnderItsName() {
        Query totals = POSTS.groupBy("user_id").select("user_id").where("views", ">", 1);
        String derived =
                "(select [user_id] from [posts] where [views] > ? group by [user_id]) as [t] on [t].[user_id] = [users].[id]";
        Spelling.of(USERS.joinSub(totals, "t", "t.user_id", "users.id").where("users.id", 2))
                .everywhere("select * from [users] inner join " + derived + " where [users].[id] = ?", 1, 2);
        Spelling.of(USERS.joinSub(totals, "t", "t.user_id", "=", "users.id"))
                .everywhere("select * from [users] inner join " + derived, 1);
        Spelling.of(USERS.joinSub(totals, "t", on -> on.on("t.user_id", "users.id")))
                .everywhere("select * from [users] inner join " + derived, 1);
        for (Query joined : List.of(
                USERS.leftJoinSub(totals, "t", "t.user_id", "users.id"),
                USERS.leftJoinSub(totals, "t", "t.user_id", "=", "users.id"),
                USERS.leftJoinSub(totals, "t", on -> on.on("t.user_id", "users.id")))) {
            Spelling.of(joined).everywhere("select * from [users] left join " + derived, 1);
        }
    }

    @Test
    void aTableInsideAndOutsideGoesByTwoNames() {
        Spelling.of(USERS.joinSub(USERS.select("users.id"), "u", "u.id", "users.id"))
                .everywhere("select * from [users] inner join (select [id] from [users]) as [u]"
                        + " on [u].[id] = [users].[id]");
        Spelling.of(USERS.join("users as boss", "boss.id", "users.boss_id"))
                .everywhere("select * from [users] inner join [users] as [boss] on [boss].[id] = [users].[boss_id]");
    }

    @Test
    void aLateralQueryReadsTheRowsBeforeIt() {
        Query best = POSTS.whereColumn("posts.user_id", "users.id").limit(1);
        String lateral =
                "lateral (select * from [posts] where [posts].[user_id] = [users].[id] limit ?) as [best] on 1 = 1";
        Spelling.of(USERS.joinLateral(best, "best"))
                .on(List.of(Dialects.POSTGRESQL, Dialects.MYSQL), "select * from [users] inner join " + lateral, 1L)
                .nowhereOf(List.of(Dialects.H2, Dialects.MARIADB), Capability.LATERAL);
        Spelling.of(USERS.leftJoinLateral(best, "best"))
                .on(List.of(Dialects.POSTGRESQL, Dialects.MYSQL), "select * from [users] left join " + lateral, 1L);
    }
}
