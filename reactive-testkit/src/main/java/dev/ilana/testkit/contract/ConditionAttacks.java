package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LANGUAGE;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.PATH;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Attack.Kind.WORD;

import dev.ilana.DB;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.sql.Criterion.FullText.Mode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The conditions by name. */
final class ConditionAttacks {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private ConditionAttacks() {}

    static void into(Attacks attacks) {
        comparisons(attacks);
        several(attacks);
        others(attacks);
        joins(attacks);
        json(attacks);
        dates(attacks);
        words(attacks);
    }

    private static Query names() {
        return DB.table("canary").select("name");
    }

    /** A column and a value */
    private static void comparisons(Attacks attacks) {
        attacks.onBoth(NAME, "Conditions.where(String,Object)#0", (q, s) -> q.where(s, 1));
        attacks.onBoth(PATH, "Conditions.where(String,Object)#0", (q, s) -> q.where("doc->" + s, 1));
        attacks.onBoth(VALUE, "Conditions.where(String,Object)#1", (q, s) -> q.where("name", s));
        attacks.onBoth(NAME, "Conditions.orWhere(String,Object)#0", (q, s) -> q.orWhere(s, 1));
        attacks.onBoth(PATH, "Conditions.orWhere(String,Object)#0", (q, s) -> q.orWhere("doc->" + s, 1));
        attacks.onBoth(VALUE, "Conditions.orWhere(String,Object)#1", (q, s) -> q.orWhere("name", s));
        attacks.onBoth(NAME, "Conditions.where(String,String,Object)#0", (q, s) -> q.where(s, "<", "x"));
        attacks.onBoth(WORD, "Conditions.where(String,String,Object)#1", (q, s) -> q.where("name", s, "x"));
        attacks.onBoth(VALUE, "Conditions.where(String,String,Object)#2", (q, s) -> q.where("name", "<", s));
        attacks.onBoth(NAME, "Conditions.orWhere(String,String,Object)#0", (q, s) -> q.orWhere(s, "<", "x"));
        attacks.onBoth(WORD, "Conditions.orWhere(String,String,Object)#1", (q, s) -> q.orWhere("name", s, "x"));
        attacks.onBoth(VALUE, "Conditions.orWhere(String,String,Object)#2", (q, s) -> q.orWhere("name", "<", s));
        attacks.onBoth(NAME, "Conditions.whereNot(String,Object)#0", (q, s) -> q.whereNot(s, "x"));
        attacks.onBoth(VALUE, "Conditions.whereNot(String,Object)#1", (q, s) -> q.whereNot("name", s));
        attacks.onBoth(NAME, "Conditions.orWhereNot(String,Object)#0", (q, s) -> q.orWhereNot(s, "x"));
        attacks.onBoth(VALUE, "Conditions.orWhereNot(String,Object)#1", (q, s) -> q.orWhereNot("name", s));
        attacks.onBoth(
                WORD, "Conditions.where(Selectable,String,Object)#1", (q, s) -> q.where(Expr.lower("name"), s, "x"));
        attacks.onBoth(
                VALUE, "Conditions.where(Selectable,String,Object)#2", (q, s) -> q.where(Expr.lower("name"), "=", s));
        attacks.onBoth(
                WORD,
                "Conditions.orWhere(Selectable,String,Object)#1",
                (q, s) -> q.orWhere(Expr.lower("name"), s, "x"));
        attacks.onBoth(
                VALUE,
                "Conditions.orWhere(Selectable,String,Object)#2",
                (q, s) -> q.orWhere(Expr.lower("name"), "=", s));
    }

    /** Several columns */
    private static void several(Attacks attacks) {
        attacks.onBoth(
                NAME,
                "Conditions.whereAny(Collection,String,Object)#0",
                (q, s) -> q.whereAny(List.of("name", s), "=", "x"));
        attacks.onBoth(
                WORD, "Conditions.whereAny(Collection,String,Object)#1", (q, s) -> q.whereAny(List.of("name"), s, "x"));
        attacks.onBoth(
                VALUE,
                "Conditions.whereAny(Collection,String,Object)#2",
                (q, s) -> q.whereAny(List.of("name"), "=", s));
        attacks.onBoth(
                NAME,
                "Conditions.orWhereAny(Collection,String,Object)#0",
                (q, s) -> q.orWhereAny(List.of("name", s), "=", "x"));
        attacks.onBoth(
                WORD,
                "Conditions.orWhereAny(Collection,String,Object)#1",
                (q, s) -> q.orWhereAny(List.of("name"), s, "x"));
        attacks.onBoth(
                VALUE,
                "Conditions.orWhereAny(Collection,String,Object)#2",
                (q, s) -> q.orWhereAny(List.of("name"), "=", s));
        attacks.onBoth(
                NAME,
                "Conditions.whereAll(Collection,String,Object)#0",
                (q, s) -> q.whereAll(List.of("name", s), "=", "x"));
        attacks.onBoth(
                WORD, "Conditions.whereAll(Collection,String,Object)#1", (q, s) -> q.whereAll(List.of("name"), s, "x"));
        attacks.onBoth(
                VALUE,
                "Conditions.whereAll(Collection,String,Object)#2",
                (q, s) -> q.whereAll(List.of("name"), "=", s));
        attacks.onBoth(
                NAME,
                "Conditions.orWhereAll(Collection,String,Object)#0",
                (q, s) -> q.orWhereAll(List.of("name", s), "=", "x"));
        attacks.onBoth(
                WORD,
                "Conditions.orWhereAll(Collection,String,Object)#1",
                (q, s) -> q.orWhereAll(List.of("name"), s, "x"));
        attacks.onBoth(
                VALUE,
                "Conditions.orWhereAll(Collection,String,Object)#2",
                (q, s) -> q.orWhereAll(List.of("name"), "=", s));
        attacks.onBoth(
                NAME,
                "Conditions.whereNone(Collection,String,Object)#0",
                (q, s) -> q.whereNone(List.of("name", s), "=", "x"));
        attacks.onBoth(
                WORD,
                "Conditions.whereNone(Collection,String,Object)#1",
                (q, s) -> q.whereNone(List.of("name"), s, "x"));
        attacks.onBoth(
                VALUE,
                "Conditions.whereNone(Collection,String,Object)#2",
                (q, s) -> q.whereNone(List.of("name"), "=", s));
        attacks.onBoth(
                NAME,
                "Conditions.orWhereNone(Collection,String,Object)#0",
                (q, s) -> q.orWhereNone(List.of("name", s), "=", "x"));
        attacks.onBoth(
                WORD,
                "Conditions.orWhereNone(Collection,String,Object)#1",
                (q, s) -> q.orWhereNone(List.of("name"), s, "x"));
        attacks.onBoth(
                VALUE,
                "Conditions.orWhereNone(Collection,String,Object)#2",
                (q, s) -> q.orWhereNone(List.of("name"), "=", s));
        attacks.onBoth(
                NAME,
                "Conditions.whereRow(List,String,List)#0",
                (q, s) -> q.whereRow(List.of("name", s), "<", List.of("x", "y")));
        attacks.onBoth(
                WORD,
                "Conditions.whereRow(List,String,List)#1",
                (q, s) -> q.whereRow(List.of("name", "name"), s, List.of("x", "y")));
        attacks.onBoth(
                VALUE,
                "Conditions.whereRow(List,String,List)#2",
                (q, s) -> q.whereRow(List.of("name", "name"), "<", List.of("x", s)));
        attacks.onBoth(
                NAME,
                "Conditions.orWhereRow(List,String,List)#0",
                (q, s) -> q.orWhereRow(List.of("name", s), "<", List.of("x", "y")));
        attacks.onBoth(
                WORD,
                "Conditions.orWhereRow(List,String,List)#1",
                (q, s) -> q.orWhereRow(List.of("name", "name"), s, List.of("x", "y")));
        attacks.onBoth(
                VALUE,
                "Conditions.orWhereRow(List,String,List)#2",
                (q, s) -> q.orWhereRow(List.of("name", "name"), "<", List.of("x", s)));
        attacks.onBoth(NAME, "Conditions.whereColumn(String,String)#0", (q, s) -> q.whereColumn(s, "name"));
        attacks.onBoth(NAME, "Conditions.whereColumn(String,String)#1", (q, s) -> q.whereColumn("name", s));
        attacks.onBoth(PATH, "Conditions.whereColumn(String,String)#1", (q, s) -> q.whereColumn("name", "doc->" + s));
        attacks.onBoth(NAME, "Conditions.orWhereColumn(String,String)#0", (q, s) -> q.orWhereColumn(s, "name"));
        attacks.onBoth(NAME, "Conditions.orWhereColumn(String,String)#1", (q, s) -> q.orWhereColumn("name", s));
        attacks.onBoth(
                PATH, "Conditions.orWhereColumn(String,String)#1", (q, s) -> q.orWhereColumn("name", "doc->" + s));
        attacks.onBoth(NAME, "Conditions.whereColumn(String,String,String)#0", (q, s) -> q.whereColumn(s, "<", "name"));
        attacks.onBoth(
                WORD, "Conditions.whereColumn(String,String,String)#1", (q, s) -> q.whereColumn("name", s, "name"));
        attacks.onBoth(NAME, "Conditions.whereColumn(String,String,String)#2", (q, s) -> q.whereColumn("name", "<", s));
        attacks.onBoth(
                NAME, "Conditions.orWhereColumn(String,String,String)#0", (q, s) -> q.orWhereColumn(s, "<", "name"));
        attacks.onBoth(
                WORD, "Conditions.orWhereColumn(String,String,String)#1", (q, s) -> q.orWhereColumn("name", s, "name"));
        attacks.onBoth(
                NAME, "Conditions.orWhereColumn(String,String,String)#2", (q, s) -> q.orWhereColumn("name", "<", s));
    }

    /** Lists, nulls, ranges, text and SQL */
    private static void others(Attacks attacks) {
        attacks.onBoth(NAME, "MembershipConditions.whereIn(String,Collection)#0", (q, s) -> q.whereIn(s, List.of("x")));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.whereIn(String,Collection)#1",
                (q, s) -> q.whereIn("name", List.of("x", s)));
        attacks.onBoth(
                NAME, "MembershipConditions.orWhereIn(String,Collection)#0", (q, s) -> q.orWhereIn(s, List.of("x")));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.orWhereIn(String,Collection)#1",
                (q, s) -> q.orWhereIn("name", List.of("x", s)));
        attacks.onBoth(NAME, "MembershipConditions.whereIn(String,Subquery)#0", (q, s) -> q.whereIn(s, names()));
        attacks.onBoth(NAME, "MembershipConditions.orWhereIn(String,Subquery)#0", (q, s) -> q.orWhereIn(s, names()));
        attacks.onBoth(
                NAME, "MembershipConditions.whereNotIn(String,Collection)#0", (q, s) -> q.whereNotIn(s, List.of("x")));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.whereNotIn(String,Collection)#1",
                (q, s) -> q.whereNotIn("name", List.of("x", s)));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereNotIn(String,Collection)#0",
                (q, s) -> q.orWhereNotIn(s, List.of("x")));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.orWhereNotIn(String,Collection)#1",
                (q, s) -> q.orWhereNotIn("name", List.of("x", s)));
        attacks.onBoth(NAME, "MembershipConditions.whereNotIn(String,Subquery)#0", (q, s) -> q.whereNotIn(s, names()));
        attacks.onBoth(
                NAME, "MembershipConditions.orWhereNotIn(String,Subquery)#0", (q, s) -> q.orWhereNotIn(s, names()));
        attacks.onBoth(NAME, "MembershipConditions.whereNull(String)#0", (q, s) -> q.whereNull(s));
        attacks.onBoth(PATH, "MembershipConditions.whereNull(String)#0", (q, s) -> q.whereNull("doc->" + s));
        attacks.onBoth(NAME, "MembershipConditions.orWhereNull(String)#0", (q, s) -> q.orWhereNull(s));
        attacks.onBoth(PATH, "MembershipConditions.orWhereNull(String)#0", (q, s) -> q.orWhereNull("doc->" + s));
        attacks.onBoth(NAME, "MembershipConditions.whereNotNull(String)#0", (q, s) -> q.whereNotNull(s));
        attacks.onBoth(PATH, "MembershipConditions.whereNotNull(String)#0", (q, s) -> q.whereNotNull("doc->" + s));
        attacks.onBoth(NAME, "MembershipConditions.orWhereNotNull(String)#0", (q, s) -> q.orWhereNotNull(s));
        attacks.onBoth(PATH, "MembershipConditions.orWhereNotNull(String)#0", (q, s) -> q.orWhereNotNull("doc->" + s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereBetween(String,Object,Object)#0",
                (q, s) -> q.whereBetween(s, "a", "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.whereBetween(String,Object,Object)#1",
                (q, s) -> q.whereBetween("name", s, "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.whereBetween(String,Object,Object)#2",
                (q, s) -> q.whereBetween("name", "a", s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereBetween(String,Object,Object)#0",
                (q, s) -> q.orWhereBetween(s, "a", "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.orWhereBetween(String,Object,Object)#1",
                (q, s) -> q.orWhereBetween("name", s, "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.orWhereBetween(String,Object,Object)#2",
                (q, s) -> q.orWhereBetween("name", "a", s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereNotBetween(String,Object,Object)#0",
                (q, s) -> q.whereNotBetween(s, "a", "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.whereNotBetween(String,Object,Object)#1",
                (q, s) -> q.whereNotBetween("name", s, "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.whereNotBetween(String,Object,Object)#2",
                (q, s) -> q.whereNotBetween("name", "a", s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereNotBetween(String,Object,Object)#0",
                (q, s) -> q.orWhereNotBetween(s, "a", "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.orWhereNotBetween(String,Object,Object)#1",
                (q, s) -> q.orWhereNotBetween("name", s, "b"));
        attacks.onBoth(
                VALUE,
                "MembershipConditions.orWhereNotBetween(String,Object,Object)#2",
                (q, s) -> q.orWhereNotBetween("name", "a", s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereBetweenColumns(String,String,String)#0",
                (q, s) -> q.whereBetweenColumns(s, "name", "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereBetweenColumns(String,String,String)#1",
                (q, s) -> q.whereBetweenColumns("name", s, "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereBetweenColumns(String,String,String)#2",
                (q, s) -> q.whereBetweenColumns("name", "name", s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereBetweenColumns(String,String,String)#0",
                (q, s) -> q.orWhereBetweenColumns(s, "name", "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereBetweenColumns(String,String,String)#1",
                (q, s) -> q.orWhereBetweenColumns("name", s, "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereBetweenColumns(String,String,String)#2",
                (q, s) -> q.orWhereBetweenColumns("name", "name", s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereNotBetweenColumns(String,String,String)#0",
                (q, s) -> q.whereNotBetweenColumns(s, "name", "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereNotBetweenColumns(String,String,String)#1",
                (q, s) -> q.whereNotBetweenColumns("name", s, "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.whereNotBetweenColumns(String,String,String)#2",
                (q, s) -> q.whereNotBetweenColumns("name", "name", s));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereNotBetweenColumns(String,String,String)#0",
                (q, s) -> q.orWhereNotBetweenColumns(s, "name", "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereNotBetweenColumns(String,String,String)#1",
                (q, s) -> q.orWhereNotBetweenColumns("name", s, "name"));
        attacks.onBoth(
                NAME,
                "MembershipConditions.orWhereNotBetweenColumns(String,String,String)#2",
                (q, s) -> q.orWhereNotBetweenColumns("name", "name", s));
        attacks.onBoth(NAME, "MembershipConditions.whereLike(String,String)#0", (q, s) -> q.whereLike(s, "x"));
        attacks.onBoth(VALUE, "MembershipConditions.whereLike(String,String)#1", (q, s) -> q.whereLike("name", s));
        attacks.onBoth(NAME, "MembershipConditions.orWhereLike(String,String)#0", (q, s) -> q.orWhereLike(s, "x"));
        attacks.onBoth(VALUE, "MembershipConditions.orWhereLike(String,String)#1", (q, s) -> q.orWhereLike("name", s));
        attacks.onBoth(NAME, "MembershipConditions.whereNotLike(String,String)#0", (q, s) -> q.whereNotLike(s, "x"));
        attacks.onBoth(
                VALUE, "MembershipConditions.whereNotLike(String,String)#1", (q, s) -> q.whereNotLike("name", s));
        attacks.onBoth(
                NAME, "MembershipConditions.orWhereNotLike(String,String)#0", (q, s) -> q.orWhereNotLike(s, "x"));
        attacks.onBoth(
                VALUE, "MembershipConditions.orWhereNotLike(String,String)#1", (q, s) -> q.orWhereNotLike("name", s));
        attacks.onBoth(VALUE, "Conditions.whereRaw(String,Object[])#1", (q, s) -> q.whereRaw("name = ?", s));
        attacks.onBoth(VALUE, "Conditions.orWhereRaw(String,Object[])#1", (q, s) -> q.orWhereRaw("name = ?", s));
    }

    /** The conditions of a join */
    private static void joins(Attacks attacks) {
        attacks.onBoth(NAME, "On.on(String,String)#0", (q, s) -> q.join("canary", on -> on.on(s, "canary.id")));
        attacks.onBoth(NAME, "On.on(String,String)#1", (q, s) -> q.join("canary", on -> on.on("victims.id", s)));
        attacks.onBoth(NAME, "On.orOn(String,String)#0", (q, s) -> q.join("canary", on -> on.orOn(s, "canary.id")));
        attacks.onBoth(NAME, "On.orOn(String,String)#1", (q, s) -> q.join("canary", on -> on.orOn("victims.id", s)));
        attacks.onBoth(
                NAME, "On.on(String,String,String)#0", (q, s) -> q.join("canary", on -> on.on(s, "=", "canary.id")));
        attacks.onBoth(
                WORD,
                "On.on(String,String,String)#1",
                (q, s) -> q.join("canary", on -> on.on("victims.id", s, "canary.id")));
        attacks.onBoth(
                NAME, "On.on(String,String,String)#2", (q, s) -> q.join("canary", on -> on.on("victims.id", "=", s)));
        attacks.onBoth(
                NAME,
                "On.orOn(String,String,String)#0",
                (q, s) -> q.join("canary", on -> on.orOn(s, "=", "canary.id")));
        attacks.onBoth(
                WORD,
                "On.orOn(String,String,String)#1",
                (q, s) -> q.join("canary", on -> on.orOn("victims.id", s, "canary.id")));
        attacks.onBoth(
                NAME,
                "On.orOn(String,String,String)#2",
                (q, s) -> q.join("canary", on -> on.orOn("victims.id", "=", s)));
    }

    /** What is in JSON */
    private static void json(Attacks attacks) {
        attacks.onBoth(
                NAME, "PartConditions.whereJsonContains(String,Object)#0", (q, s) -> q.whereJsonContains(s, "x"));
        attacks.onBoth(
                PATH,
                "PartConditions.whereJsonContains(String,Object)#0",
                (q, s) -> q.whereJsonContains("doc->" + s, "x"));
        attacks.onBoth(
                VALUE, "PartConditions.whereJsonContains(String,Object)#1", (q, s) -> q.whereJsonContains("doc", s));
        attacks.onBoth(
                NAME, "PartConditions.orWhereJsonContains(String,Object)#0", (q, s) -> q.orWhereJsonContains(s, "x"));
        attacks.onBoth(
                PATH,
                "PartConditions.orWhereJsonContains(String,Object)#0",
                (q, s) -> q.orWhereJsonContains("doc->" + s, "x"));
        attacks.onBoth(
                VALUE,
                "PartConditions.orWhereJsonContains(String,Object)#1",
                (q, s) -> q.orWhereJsonContains("doc", s));
        attacks.onBoth(
                NAME,
                "PartConditions.whereJsonDoesntContain(String,Object)#0",
                (q, s) -> q.whereJsonDoesntContain(s, "x"));
        attacks.onBoth(
                PATH,
                "PartConditions.whereJsonDoesntContain(String,Object)#0",
                (q, s) -> q.whereJsonDoesntContain("doc->" + s, "x"));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereJsonDoesntContain(String,Object)#1",
                (q, s) -> q.whereJsonDoesntContain("doc", s));
        attacks.onBoth(
                NAME,
                "PartConditions.orWhereJsonDoesntContain(String,Object)#0",
                (q, s) -> q.orWhereJsonDoesntContain(s, "x"));
        attacks.onBoth(
                PATH,
                "PartConditions.orWhereJsonDoesntContain(String,Object)#0",
                (q, s) -> q.orWhereJsonDoesntContain("doc->" + s, "x"));
        attacks.onBoth(
                VALUE,
                "PartConditions.orWhereJsonDoesntContain(String,Object)#1",
                (q, s) -> q.orWhereJsonDoesntContain("doc", s));
        attacks.onBoth(NAME, "PartConditions.whereJsonContainsKey(String)#0", (q, s) -> q.whereJsonContainsKey(s));
        attacks.onBoth(
                PATH, "PartConditions.whereJsonContainsKey(String)#0", (q, s) -> q.whereJsonContainsKey("doc->" + s));
        attacks.onBoth(NAME, "PartConditions.orWhereJsonContainsKey(String)#0", (q, s) -> q.orWhereJsonContainsKey(s));
        attacks.onBoth(
                PATH,
                "PartConditions.orWhereJsonContainsKey(String)#0",
                (q, s) -> q.orWhereJsonContainsKey("doc->" + s));
        attacks.onBoth(
                NAME, "PartConditions.whereJsonDoesntContainKey(String)#0", (q, s) -> q.whereJsonDoesntContainKey(s));
        attacks.onBoth(
                PATH,
                "PartConditions.whereJsonDoesntContainKey(String)#0",
                (q, s) -> q.whereJsonDoesntContainKey("doc->" + s));
        attacks.onBoth(
                NAME,
                "PartConditions.orWhereJsonDoesntContainKey(String)#0",
                (q, s) -> q.orWhereJsonDoesntContainKey(s));
        attacks.onBoth(
                PATH,
                "PartConditions.orWhereJsonDoesntContainKey(String)#0",
                (q, s) -> q.orWhereJsonDoesntContainKey("doc->" + s));
        attacks.onBoth(NAME, "PartConditions.whereJsonLength(String,long)#0", (q, s) -> q.whereJsonLength(s, 1));
        attacks.onBoth(
                PATH, "PartConditions.whereJsonLength(String,long)#0", (q, s) -> q.whereJsonLength("doc->" + s, 1));
        attacks.onBoth(
                NAME, "PartConditions.whereJsonLength(String,String,long)#0", (q, s) -> q.whereJsonLength(s, "<", 1));
        attacks.onBoth(
                WORD, "PartConditions.whereJsonLength(String,String,long)#1", (q, s) -> q.whereJsonLength("doc", s, 1));
        attacks.onBoth(
                NAME,
                "PartConditions.orWhereJsonLength(String,String,long)#0",
                (q, s) -> q.orWhereJsonLength(s, "<", 1));
        attacks.onBoth(
                WORD,
                "PartConditions.orWhereJsonLength(String,String,long)#1",
                (q, s) -> q.orWhereJsonLength("doc", s, 1));
    }

    /** The parts of a date */
    private static void dates(Attacks attacks) {
        attacks.onBoth(NAME, "PartConditions.orWhereDate(String,LocalDate)#0", (q, s) -> q.orWhereDate(s, DAY));
        attacks.onBoth(NAME, "PartConditions.orWhereDay(String,int)#0", (q, s) -> q.orWhereDay(s, 1));
        attacks.onBoth(NAME, "PartConditions.orWhereMonth(String,int)#0", (q, s) -> q.orWhereMonth(s, 1));
        attacks.onBoth(
                NAME, "PartConditions.orWhereTime(String,LocalTime)#0", (q, s) -> q.orWhereTime(s, LocalTime.NOON));
        attacks.onBoth(NAME, "PartConditions.orWhereYear(String,int)#0", (q, s) -> q.orWhereYear(s, 1));
        attacks.onBoth(NAME, "PartConditions.whereTime(String,LocalTime)#0", (q, s) -> q.whereTime(s, LocalTime.NOON));
        attacks.onBoth(NAME, "PartConditions.whereDate(String,LocalDate)#0", (q, s) -> q.whereDate(s, DAY));
        attacks.onBoth(NAME, "PartConditions.whereDate(String,String,LocalDate)#0", (q, s) -> q.whereDate(s, "<", DAY));
        attacks.onBoth(
                WORD, "PartConditions.whereDate(String,String,LocalDate)#1", (q, s) -> q.whereDate("at", s, DAY));
        attacks.onBoth(
                NAME, "PartConditions.orWhereDate(String,String,LocalDate)#0", (q, s) -> q.orWhereDate(s, "<", DAY));
        attacks.onBoth(
                WORD, "PartConditions.orWhereDate(String,String,LocalDate)#1", (q, s) -> q.orWhereDate("at", s, DAY));
        attacks.onBoth(
                NAME,
                "PartConditions.whereTime(String,String,LocalTime)#0",
                (q, s) -> q.whereTime(s, "<", LocalTime.NOON));
        attacks.onBoth(
                WORD,
                "PartConditions.whereTime(String,String,LocalTime)#1",
                (q, s) -> q.whereTime("at", s, LocalTime.NOON));
        attacks.onBoth(
                NAME,
                "PartConditions.orWhereTime(String,String,LocalTime)#0",
                (q, s) -> q.orWhereTime(s, "<", LocalTime.NOON));
        attacks.onBoth(
                WORD,
                "PartConditions.orWhereTime(String,String,LocalTime)#1",
                (q, s) -> q.orWhereTime("at", s, LocalTime.NOON));
        attacks.onBoth(NAME, "PartConditions.whereDay(String,int)#0", (q, s) -> q.whereDay(s, 1));
        attacks.onBoth(NAME, "PartConditions.whereDay(String,String,int)#0", (q, s) -> q.whereDay(s, "<", 1));
        attacks.onBoth(WORD, "PartConditions.whereDay(String,String,int)#1", (q, s) -> q.whereDay("at", s, 1));
        attacks.onBoth(NAME, "PartConditions.orWhereDay(String,String,int)#0", (q, s) -> q.orWhereDay(s, "<", 1));
        attacks.onBoth(WORD, "PartConditions.orWhereDay(String,String,int)#1", (q, s) -> q.orWhereDay("at", s, 1));
        attacks.onBoth(NAME, "PartConditions.whereMonth(String,int)#0", (q, s) -> q.whereMonth(s, 1));
        attacks.onBoth(NAME, "PartConditions.whereMonth(String,String,int)#0", (q, s) -> q.whereMonth(s, "<", 1));
        attacks.onBoth(WORD, "PartConditions.whereMonth(String,String,int)#1", (q, s) -> q.whereMonth("at", s, 1));
        attacks.onBoth(NAME, "PartConditions.orWhereMonth(String,String,int)#0", (q, s) -> q.orWhereMonth(s, "<", 1));
        attacks.onBoth(WORD, "PartConditions.orWhereMonth(String,String,int)#1", (q, s) -> q.orWhereMonth("at", s, 1));
        attacks.onBoth(NAME, "PartConditions.whereYear(String,int)#0", (q, s) -> q.whereYear(s, 1));
        attacks.onBoth(NAME, "PartConditions.whereYear(String,String,int)#0", (q, s) -> q.whereYear(s, "<", 1));
        attacks.onBoth(WORD, "PartConditions.whereYear(String,String,int)#1", (q, s) -> q.whereYear("at", s, 1));
        attacks.onBoth(NAME, "PartConditions.orWhereYear(String,String,int)#0", (q, s) -> q.orWhereYear(s, "<", 1));
        attacks.onBoth(WORD, "PartConditions.orWhereYear(String,String,int)#1", (q, s) -> q.orWhereYear("at", s, 1));
    }

    /** The words of a text */
    private static void words(Attacks attacks) {
        attacks.onBoth(
                NAME, "PartConditions.whereFullText(Collection,String)#0", (q, s) -> q.whereFullText(List.of(s), "x"));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereFullText(Collection,String)#1",
                (q, s) -> q.whereFullText(List.of("name"), s));
        attacks.onBoth(
                NAME,
                "PartConditions.orWhereFullText(Collection,String)#0",
                (q, s) -> q.orWhereFullText(List.of(s), "x"));
        attacks.onBoth(
                VALUE,
                "PartConditions.orWhereFullText(Collection,String)#1",
                (q, s) -> q.orWhereFullText(List.of("name"), s));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.whereFullText(List.of("name"), s, Mode.NATURAL, null));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.whereFullText(List.of("name"), s, Mode.PHRASE, null));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.whereFullText(List.of("name"), s, Mode.WEB, null));
        attacks.onBoth(
                NAME,
                "PartConditions.whereFullText(Collection,String,Mode,String)#0",
                (q, s) -> q.whereFullText(List.of(s), "x", Mode.WEB, null));
        attacks.onBoth(
                LANGUAGE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#3",
                (q, s) -> q.whereFullText(List.of("name"), "x", Mode.WEB, s));
        attacks.onBoth(
                VALUE,
                "PartConditions.orWhereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.orWhereFullText(List.of("name"), s, Mode.WEB, null));
        attacks.onBoth(
                NAME,
                "PartConditions.orWhereFullText(Collection,String,Mode,String)#0",
                (q, s) -> q.orWhereFullText(List.of(s), "x", Mode.WEB, null));
        attacks.onBoth(
                LANGUAGE,
                "PartConditions.orWhereFullText(Collection,String,Mode,String)#3",
                (q, s) -> q.orWhereFullText(List.of("name"), "x", Mode.WEB, s));
    }
}
