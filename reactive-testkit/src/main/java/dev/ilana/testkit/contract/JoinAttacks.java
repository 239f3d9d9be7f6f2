package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.word;

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
        conditions(attacks);
    }

    private static Query aName() {
        return DB.table("canary").select("name").orderBy("id").limit(1);
    }

    private static void inner(Attacks attacks) {
        attacks.onBoth(NAME, "Joins.join(String,UnaryOperator)#0", (q, s) -> q.join(s, on -> on.where("x", 1)));
        attacks.onBoth(
                "Joins.join(String,String,String)",
                (q, t) -> q.join(t[0], t[1], t[2]),
                name(0, "canary"),
                name(1, "victims.id"),
                name(2, "canary.id"));
        attacks.onBoth(
                "Joins.join(String,String,String,String)",
                (q, t) -> q.join(t[0], t[1], t[2], t[3]),
                name(0, "canary"),
                name(1, "victims.id"),
                word(2, "<"),
                name(3, "canary.id"));
    }

    private static void left(Attacks attacks) {
        attacks.onBoth(NAME, "Joins.leftJoin(String,UnaryOperator)#0", (q, s) -> q.leftJoin(s, on -> on.where("x", 1)));
        attacks.onBoth(
                "Joins.leftJoin(String,String,String)",
                (q, t) -> q.leftJoin(t[0], t[1], t[2]),
                name(0, "canary"),
                name(1, "victims.id"),
                name(2, "canary.id"));
        attacks.onBoth(
                "Joins.leftJoin(String,String,String,String)",
                (q, t) -> q.leftJoin(t[0], t[1], t[2], t[3]),
                name(0, "canary"),
                name(1, "victims.id"),
                word(2, "<"),
                name(3, "canary.id"));
    }

    private static void right(Attacks attacks) {
        attacks.onBoth(
                NAME, "Joins.rightJoin(String,UnaryOperator)#0", (q, s) -> q.rightJoin(s, on -> on.where("x", 1)));
        attacks.onBoth(
                "Joins.rightJoin(String,String,String)",
                (q, t) -> q.rightJoin(t[0], t[1], t[2]),
                name(0, "canary"),
                name(1, "victims.id"),
                name(2, "canary.id"));
        attacks.onBoth(
                "Joins.rightJoin(String,String,String,String)",
                (q, t) -> q.rightJoin(t[0], t[1], t[2], t[3]),
                name(0, "canary"),
                name(1, "victims.id"),
                word(2, "<"),
                name(3, "canary.id"));
    }

    private static void full(Attacks attacks) {
        attacks.onBoth(NAME, "Joins.fullJoin(String,UnaryOperator)#0", (q, s) -> q.fullJoin(s, on -> on.where("x", 1)));
        attacks.onBoth(
                "Joins.fullJoin(String,String,String)",
                (q, t) -> q.fullJoin(t[0], t[1], t[2]),
                name(0, "canary"),
                name(1, "victims.id"),
                name(2, "canary.id"));
        attacks.onBoth(
                "Joins.fullJoin(String,String,String,String)",
                (q, t) -> q.fullJoin(t[0], t[1], t[2], t[3]),
                name(0, "canary"),
                name(1, "victims.id"),
                word(2, "<"),
                name(3, "canary.id"));
    }

    private static void ofQueries(Attacks attacks) {
        attacks.onBoth(
                NAME,
                "Joins.joinSub(Subquery,String,UnaryOperator)#1",
                (q, s) -> q.joinSub(aName(), s, on -> on.where("x", 1)));
        attacks.onBoth(
                "Joins.joinSub(Subquery,String,String,String)",
                (q, t) -> q.joinSub(aName(), t[0], t[1], t[2]),
                name(1, "sub"),
                name(2, "victims.name"),
                name(3, "sub.name"));
        attacks.onBoth(
                "Joins.joinSub(Subquery,String,String,String,String)",
                (q, t) -> q.joinSub(aName(), t[0], t[1], t[2], t[3]),
                name(1, "sub"),
                name(2, "victims.name"),
                word(3, "<"),
                name(4, "sub.name"));
        attacks.onBoth(
                NAME,
                "Joins.leftJoinSub(Subquery,String,UnaryOperator)#1",
                (q, s) -> q.leftJoinSub(aName(), s, on -> on.where("x", 1)));
        attacks.onBoth(
                "Joins.leftJoinSub(Subquery,String,String,String)",
                (q, t) -> q.leftJoinSub(aName(), t[0], t[1], t[2]),
                name(1, "sub"),
                name(2, "victims.name"),
                name(3, "sub.name"));
        attacks.onBoth(
                "Joins.leftJoinSub(Subquery,String,String,String,String)",
                (q, t) -> q.leftJoinSub(aName(), t[0], t[1], t[2], t[3]),
                name(1, "sub"),
                name(2, "victims.name"),
                word(3, "<"),
                name(4, "sub.name"));
        attacks.onBoth(NAME, "Joins.joinLateral(Subquery,String)#1", (q, s) -> q.joinLateral(aName(), s));
        attacks.onBoth(NAME, "Joins.leftJoinLateral(Subquery,String)#1", (q, s) -> q.leftJoinLateral(aName(), s));
        attacks.onBoth(NAME, "Joins.crossJoin(String)#0", (q, s) -> q.crossJoin(s));
    }

    /** The conditions of a join */
    private static void conditions(Attacks attacks) {
        attacks.onBoth(
                "On.on(String,String)",
                (q, t) -> q.join("canary", on -> on.on(t[0], t[1])),
                name(0, "victims.id"),
                name(1, "canary.id"));
        attacks.onBoth(
                "On.orOn(String,String)",
                (q, t) -> q.join("canary", on -> on.orOn(t[0], t[1])),
                name(0, "victims.id"),
                name(1, "canary.id"));
        attacks.onBoth(
                "On.on(String,String,String)",
                (q, t) -> q.join("canary", on -> on.on(t[0], t[1], t[2])),
                name(0, "victims.id"),
                word(1, "="),
                name(2, "canary.id"));
        attacks.onBoth(
                "On.orOn(String,String,String)",
                (q, t) -> q.join("canary", on -> on.orOn(t[0], t[1], t[2])),
                name(0, "victims.id"),
                word(1, "="),
                name(2, "canary.id"));
    }
}
