package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.WORD;

import dev.ilana.DB;
import dev.ilana.query.Query;

/** The joins, and what they are on. */
final class JoinAttacks {

    private JoinAttacks() {}

    static void into(Attacks attacks) {
        inner(attacks);
        left(attacks);
        right(attacks);
        full(attacks);
        ofQueries(attacks);
    }

    private static Query aName() {
        return DB.table("canary").select("name").orderBy("id").limit(1);
    }

    private static void inner(Attacks attacks) {
        attacks.onBoth(NAME, "Joins.join(String,UnaryOperator)#0", (q, s) -> q.join(s, on -> on.where("x", 1)));
        attacks.onBoth(NAME, "Joins.join(String,String,String)#0", (q, s) -> q.join(s, "victims.id", "canary.id"));
        attacks.onBoth(NAME, "Joins.join(String,String,String)#1", (q, s) -> q.join("canary", s, "canary.id"));
        attacks.onBoth(NAME, "Joins.join(String,String,String)#2", (q, s) -> q.join("canary", "victims.id", s));
        attacks.onBoth(
                NAME, "Joins.join(String,String,String,String)#0", (q, s) -> q.join(s, "victims.id", "<", "canary.id"));
        attacks.onBoth(
                NAME, "Joins.join(String,String,String,String)#1", (q, s) -> q.join("canary", s, "<", "canary.id"));
        attacks.onBoth(
                WORD,
                "Joins.join(String,String,String,String)#2",
                (q, s) -> q.join("canary", "victims.id", s, "canary.id"));
        attacks.onBoth(
                NAME, "Joins.join(String,String,String,String)#3", (q, s) -> q.join("canary", "victims.id", "<", s));
    }

    private static void left(Attacks attacks) {
        attacks.onBoth(NAME, "Joins.leftJoin(String,UnaryOperator)#0", (q, s) -> q.leftJoin(s, on -> on.where("x", 1)));
        attacks.onBoth(
                NAME, "Joins.leftJoin(String,String,String)#0", (q, s) -> q.leftJoin(s, "victims.id", "canary.id"));
        attacks.onBoth(NAME, "Joins.leftJoin(String,String,String)#1", (q, s) -> q.leftJoin("canary", s, "canary.id"));
        attacks.onBoth(NAME, "Joins.leftJoin(String,String,String)#2", (q, s) -> q.leftJoin("canary", "victims.id", s));
        attacks.onBoth(
                NAME,
                "Joins.leftJoin(String,String,String,String)#0",
                (q, s) -> q.leftJoin(s, "victims.id", "<", "canary.id"));
        attacks.onBoth(
                NAME,
                "Joins.leftJoin(String,String,String,String)#1",
                (q, s) -> q.leftJoin("canary", s, "<", "canary.id"));
        attacks.onBoth(
                WORD,
                "Joins.leftJoin(String,String,String,String)#2",
                (q, s) -> q.leftJoin("canary", "victims.id", s, "canary.id"));
        attacks.onBoth(
                NAME,
                "Joins.leftJoin(String,String,String,String)#3",
                (q, s) -> q.leftJoin("canary", "victims.id", "<", s));
    }

    private static void right(Attacks attacks) {
        attacks.onBoth(
                NAME, "Joins.rightJoin(String,UnaryOperator)#0", (q, s) -> q.rightJoin(s, on -> on.where("x", 1)));
        attacks.onBoth(
                NAME, "Joins.rightJoin(String,String,String)#0", (q, s) -> q.rightJoin(s, "victims.id", "canary.id"));
        attacks.onBoth(
                NAME, "Joins.rightJoin(String,String,String)#1", (q, s) -> q.rightJoin("canary", s, "canary.id"));
        attacks.onBoth(
                NAME, "Joins.rightJoin(String,String,String)#2", (q, s) -> q.rightJoin("canary", "victims.id", s));
        attacks.onBoth(
                NAME,
                "Joins.rightJoin(String,String,String,String)#0",
                (q, s) -> q.rightJoin(s, "victims.id", "<", "canary.id"));
        attacks.onBoth(
                NAME,
                "Joins.rightJoin(String,String,String,String)#1",
                (q, s) -> q.rightJoin("canary", s, "<", "canary.id"));
        attacks.onBoth(
                WORD,
                "Joins.rightJoin(String,String,String,String)#2",
                (q, s) -> q.rightJoin("canary", "victims.id", s, "canary.id"));
        attacks.onBoth(
                NAME,
                "Joins.rightJoin(String,String,String,String)#3",
                (q, s) -> q.rightJoin("canary", "victims.id", "<", s));
    }

    private static void full(Attacks attacks) {
        attacks.onBoth(NAME, "Joins.fullJoin(String,UnaryOperator)#0", (q, s) -> q.fullJoin(s, on -> on.where("x", 1)));
        attacks.onBoth(
                NAME, "Joins.fullJoin(String,String,String)#0", (q, s) -> q.fullJoin(s, "victims.id", "canary.id"));
        attacks.onBoth(NAME, "Joins.fullJoin(String,String,String)#1", (q, s) -> q.fullJoin("canary", s, "canary.id"));
        attacks.onBoth(NAME, "Joins.fullJoin(String,String,String)#2", (q, s) -> q.fullJoin("canary", "victims.id", s));
        attacks.onBoth(
                NAME,
                "Joins.fullJoin(String,String,String,String)#0",
                (q, s) -> q.fullJoin(s, "victims.id", "<", "canary.id"));
        attacks.onBoth(
                NAME,
                "Joins.fullJoin(String,String,String,String)#1",
                (q, s) -> q.fullJoin("canary", s, "<", "canary.id"));
        attacks.onBoth(
                WORD,
                "Joins.fullJoin(String,String,String,String)#2",
                (q, s) -> q.fullJoin("canary", "victims.id", s, "canary.id"));
        attacks.onBoth(
                NAME,
                "Joins.fullJoin(String,String,String,String)#3",
                (q, s) -> q.fullJoin("canary", "victims.id", "<", s));
    }

    private static void ofQueries(Attacks attacks) {
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,UnaryOperator)#1",
                (q, s) -> q.joinSub(aName(), s, on -> on.where("x", 1)));
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,String,String)#1",
                (q, s) -> q.joinSub(aName(), s, "victims.name", "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,String,String)#2",
                (q, s) -> q.joinSub(aName(), "sub", s, "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,String,String)#3",
                (q, s) -> q.joinSub(aName(), "sub", "victims.name", s));
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,String,String,String)#1",
                (q, s) -> q.joinSub(aName(), s, "victims.name", "<", "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,String,String,String)#2",
                (q, s) -> q.joinSub(aName(), "sub", s, "<", "sub.name"));
        attacks.onBoth(
                WORD,
                "Joins.joinSub(Subquery,String,String,String,String)#3",
                (q, s) -> q.joinSub(aName(), "sub", "victims.name", s, "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,String,String,String)#4",
                (q, s) -> q.joinSub(aName(), "sub", "victims.name", "<", s));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,UnaryOperator)#1",
                (q, s) -> q.leftJoinSub(aName(), s, on -> on.where("x", 1)));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,String,String)#1",
                (q, s) -> q.leftJoinSub(aName(), s, "victims.name", "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,String,String)#2",
                (q, s) -> q.leftJoinSub(aName(), "sub", s, "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,String,String)#3",
                (q, s) -> q.leftJoinSub(aName(), "sub", "victims.name", s));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,String,String,String)#1",
                (q, s) -> q.leftJoinSub(aName(), s, "victims.name", "<", "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,String,String,String)#2",
                (q, s) -> q.leftJoinSub(aName(), "sub", s, "<", "sub.name"));
        attacks.onBoth(
                WORD,
                "Joins.leftJoinSub(Subquery,String,String,String,String)#3",
                (q, s) -> q.leftJoinSub(aName(), "sub", "victims.name", s, "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,String,String,String)#4",
                (q, s) -> q.leftJoinSub(aName(), "sub", "victims.name", "<", s));
        attacks.onBoth(NAME, "Joins.joinLateral(Subquery,String)#1", (q, s) -> q.joinLateral(aName(), s));
        attacks.onBoth(NAME, "Joins.leftJoinLateral(Subquery,String)#1", (q, s) -> q.leftJoinLateral(aName(), s));
        attacks.onBoth(NAME, "Joins.crossJoin(String)#0", (q, s) -> q.crossJoin(s));
    }
}
