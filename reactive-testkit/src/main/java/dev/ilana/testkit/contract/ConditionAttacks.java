package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Place.column;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.value;
import static dev.ilana.testkit.contract.Place.word;

import dev.ilana.DB;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import java.util.List;

/** The conditions by name. */
final class ConditionAttacks {

    private ConditionAttacks() {}

    static void into(Attacks attacks) {
        comparisons(attacks);
        several(attacks);
        others(attacks);
    }

    private static Query names() {
        return DB.table("canary").select("name");
    }

    /** A column and a value */
    private static void comparisons(Attacks attacks) {
        attacks.onColumn("Conditions.where(String,Object)#0", (q, s) -> q.where(s, 1));
        attacks.onBoth(VALUE, "Conditions.where(String,Object)#1", (q, s) -> q.where("name", s));
        attacks.onColumn("Conditions.orWhere(String,Object)#0", (q, s) -> q.orWhere(s, 1));
        attacks.onBoth(VALUE, "Conditions.orWhere(String,Object)#1", (q, s) -> q.orWhere("name", s));
        attacks.onBoth(
                "Conditions.where(String,String,Object)",
                (q, t) -> q.where(t[0], t[1], t[2]),
                name(0, "name"),
                word(1, "<"),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.orWhere(String,String,Object)",
                (q, t) -> q.orWhere(t[0], t[1], t[2]),
                name(0, "name"),
                word(1, "<"),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.whereNot(String,Object)", (q, t) -> q.whereNot(t[0], t[1]), name(0, "name"), value(1, "x"));
        attacks.onBoth(
                "Conditions.orWhereNot(String,Object)",
                (q, t) -> q.orWhereNot(t[0], t[1]),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                "Conditions.where(Selectable,String,Object)",
                (q, t) -> q.where(Expr.lower("name"), t[0], t[1]),
                word(1, "="),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.orWhere(Selectable,String,Object)",
                (q, t) -> q.orWhere(Expr.lower("name"), t[0], t[1]),
                word(1, "="),
                value(2, "x"));
    }

    /** Several columns */
    private static void several(Attacks attacks) {
        attacks.onBoth(
                "Conditions.whereAny(Collection,String,Object)",
                (q, t) -> q.whereAny(List.of("name", t[0]), t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.orWhereAny(Collection,String,Object)",
                (q, t) -> q.orWhereAny(List.of("name", t[0]), t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.whereAll(Collection,String,Object)",
                (q, t) -> q.whereAll(List.of("name", t[0]), t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.orWhereAll(Collection,String,Object)",
                (q, t) -> q.orWhereAll(List.of("name", t[0]), t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.whereNone(Collection,String,Object)",
                (q, t) -> q.whereNone(List.of("name", t[0]), t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.orWhereNone(Collection,String,Object)",
                (q, t) -> q.orWhereNone(List.of("name", t[0]), t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onBoth(
                "Conditions.whereRow(List,String,List)",
                (q, t) -> q.whereRow(List.of("name", t[0]), t[1], List.of("x", t[2])),
                name(0, "name"),
                word(1, "<"),
                value(2, "y"));
        attacks.onBoth(
                "Conditions.orWhereRow(List,String,List)",
                (q, t) -> q.orWhereRow(List.of("name", t[0]), t[1], List.of("x", t[2])),
                name(0, "name"),
                word(1, "<"),
                value(2, "y"));
        attacks.onBoth(
                "Conditions.whereColumn(String,String)",
                (q, t) -> q.whereColumn(t[0], t[1]),
                name(0, "name"),
                column(1, "name"));
        attacks.onBoth(
                "Conditions.orWhereColumn(String,String)",
                (q, t) -> q.orWhereColumn(t[0], t[1]),
                name(0, "name"),
                column(1, "name"));
        attacks.onBoth(
                "Conditions.whereColumn(String,String,String)",
                (q, t) -> q.whereColumn(t[0], t[1], t[2]),
                name(0, "name"),
                word(1, "<"),
                name(2, "name"));
        attacks.onBoth(
                "Conditions.orWhereColumn(String,String,String)",
                (q, t) -> q.orWhereColumn(t[0], t[1], t[2]),
                name(0, "name"),
                word(1, "<"),
                name(2, "name"));
    }

    /** Lists, nulls, ranges, text and SQL */
    private static void others(Attacks attacks) {
        attacks.onBoth(
                "MembershipConditions.whereIn(String,Collection)",
                (q, t) -> q.whereIn(t[0], List.of("x", t[1])),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                "MembershipConditions.orWhereIn(String,Collection)",
                (q, t) -> q.orWhereIn(t[0], List.of("x", t[1])),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(NAME, "MembershipConditions.whereIn(String,Subquery)#0", (q, s) -> q.whereIn(s, names()));
        attacks.onBoth(NAME, "MembershipConditions.orWhereIn(String,Subquery)#0", (q, s) -> q.orWhereIn(s, names()));
        attacks.onBoth(
                "MembershipConditions.whereNotIn(String,Collection)",
                (q, t) -> q.whereNotIn(t[0], List.of("x", t[1])),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                "MembershipConditions.orWhereNotIn(String,Collection)",
                (q, t) -> q.orWhereNotIn(t[0], List.of("x", t[1])),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(NAME, "MembershipConditions.whereNotIn(String,Subquery)#0", (q, s) -> q.whereNotIn(s, names()));
        attacks.onBoth(
                NAME, "MembershipConditions.orWhereNotIn(String,Subquery)#0", (q, s) -> q.orWhereNotIn(s, names()));
        attacks.onColumn("MembershipConditions.whereNull(String)#0", (q, s) -> q.whereNull(s));
        attacks.onColumn("MembershipConditions.orWhereNull(String)#0", (q, s) -> q.orWhereNull(s));
        attacks.onColumn("MembershipConditions.whereNotNull(String)#0", (q, s) -> q.whereNotNull(s));
        attacks.onColumn("MembershipConditions.orWhereNotNull(String)#0", (q, s) -> q.orWhereNotNull(s));
        attacks.onBoth(
                "MembershipConditions.whereBetween(String,Object,Object)",
                (q, t) -> q.whereBetween(t[0], t[1], t[2]),
                name(0, "name"),
                value(1, "a"),
                value(2, "b"));
        attacks.onBoth(
                "MembershipConditions.orWhereBetween(String,Object,Object)",
                (q, t) -> q.orWhereBetween(t[0], t[1], t[2]),
                name(0, "name"),
                value(1, "a"),
                value(2, "b"));
        attacks.onBoth(
                "MembershipConditions.whereNotBetween(String,Object,Object)",
                (q, t) -> q.whereNotBetween(t[0], t[1], t[2]),
                name(0, "name"),
                value(1, "a"),
                value(2, "b"));
        attacks.onBoth(
                "MembershipConditions.orWhereNotBetween(String,Object,Object)",
                (q, t) -> q.orWhereNotBetween(t[0], t[1], t[2]),
                name(0, "name"),
                value(1, "a"),
                value(2, "b"));
        attacks.onBoth(
                "MembershipConditions.whereBetweenColumns(String,String,String)",
                (q, t) -> q.whereBetweenColumns(t[0], t[1], t[2]),
                name(0, "name"),
                name(1, "name"),
                name(2, "name"));
        attacks.onBoth(
                "MembershipConditions.orWhereBetweenColumns(String,String,String)",
                (q, t) -> q.orWhereBetweenColumns(t[0], t[1], t[2]),
                name(0, "name"),
                name(1, "name"),
                name(2, "name"));
        attacks.onBoth(
                "MembershipConditions.whereNotBetweenColumns(String,String,String)",
                (q, t) -> q.whereNotBetweenColumns(t[0], t[1], t[2]),
                name(0, "name"),
                name(1, "name"),
                name(2, "name"));
        attacks.onBoth(
                "MembershipConditions.orWhereNotBetweenColumns(String,String,String)",
                (q, t) -> q.orWhereNotBetweenColumns(t[0], t[1], t[2]),
                name(0, "name"),
                name(1, "name"),
                name(2, "name"));
        attacks.onBoth(
                "MembershipConditions.whereLike(String,String)",
                (q, t) -> q.whereLike(t[0], t[1]),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                "MembershipConditions.orWhereLike(String,String)",
                (q, t) -> q.orWhereLike(t[0], t[1]),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                "MembershipConditions.whereNotLike(String,String)",
                (q, t) -> q.whereNotLike(t[0], t[1]),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                "MembershipConditions.orWhereNotLike(String,String)",
                (q, t) -> q.orWhereNotLike(t[0], t[1]),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(VALUE, "Conditions.whereRaw(String,Object[])#1", (q, s) -> q.whereRaw("name = ?", s));
        attacks.onBoth(VALUE, "Conditions.orWhereRaw(String,Object[])#1", (q, s) -> q.orWhereRaw("name = ?", s));
    }
}
