package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.value;
import static dev.ilana.testkit.contract.Place.word;

import dev.ilana.DB;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.query.Selectable;
import java.util.List;
import java.util.function.Function;

/** The words that give a query its shape, and the expressions they take. */
final class ShapeAttacks {

    private ShapeAttacks() {}

    static void into(Attacks attacks) {
        sources(attacks);
        groups(attacks);
        orders(attacks);
        expressions(attacks);
        windows(attacks);
    }

    /** Other queries and their names. */
    private static void sources(Attacks attacks) {
        attacks.onBoth(NAME, "Shape.addSelect(String,Subquery)#0", (q, s) -> q.addSelect(s, aName()));
        attacks.onBoth(
                NAME,
                "Selectable.as(String)#0",
                (q, s) -> q.addSelect(Expr.column("name").as(s)));
        attacks.onRows(
                NAME,
                "Shape.distinctOn(String[])#0",
                (q, s) -> q.distinctOn("name", s).orderBy("name"));
        attacks.onBoth(NAME, "Shape.withExpression(String,Subquery)#0", (q, s) -> q.withExpression(s, aName()));
        attacks.onBoth(
                "Shape.withRecursiveExpression(String,List,Subquery)",
                (q, t) -> q.withRecursiveExpression(t[0], List.of(t[1]), aName()),
                name(0, "names"),
                name(1, "n"));
    }

    private static Query aName() {
        return DB.table("canary").select("name").orderBy("id").limit(1);
    }

    private static void groups(Attacks attacks) {
        attacks.onQuery(
                NAME, "Shape.groupBy(String[])#0", (q, s) -> q.select("name").groupBy("name", s));
        attacks.onQuery(
                VALUE,
                "Shape.groupByRaw(String,Object[])#1",
                (q, s) -> q.selectRaw("count(*)").groupByRaw("name, ?", s));
        attacks.onQuery(
                "Shape.having(String,String,Object)",
                (q, t) -> grouped(q).having(t[0], t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onQuery(
                "Shape.orHaving(String,String,Object)",
                (q, t) -> grouped(q).orHaving(t[0], t[1], t[2]),
                name(0, "name"),
                word(1, "="),
                value(2, "x"));
        attacks.onQuery(
                "Shape.having(Selectable,String,Object)",
                (q, t) -> grouped(q).having(Expr.max("name"), t[0], t[1]),
                word(1, "="),
                value(2, "x"));
        attacks.onQuery(
                "Shape.orHaving(Selectable,String,Object)",
                (q, t) -> grouped(q).orHaving(Expr.max("name"), t[0], t[1]),
                word(1, "="),
                value(2, "x"));
        attacks.onQuery(
                VALUE,
                "Shape.orHavingRaw(String,Object[])#1",
                (q, s) -> grouped(q).orHavingRaw("max(name) = ?", s));
        attacks.onQuery(
                VALUE,
                "Shape.havingRaw(String,Object[])#1",
                (q, s) -> grouped(q).havingRaw("max(name) = ?", s));
    }

    private static Query grouped(Query query) {
        return query.select("name").groupBy(Expr.column("name"));
    }

    private static void orders(Attacks attacks) {
        attacks.onColumn("Shape.orderBy(String)#0", (q, s) -> q.orderBy(s));
        attacks.onBoth(
                "Shape.orderBy(String,String)", (q, t) -> q.orderBy(t[0], t[1]), name(0, "name"), word(1, "desc"));
        attacks.onBoth(
                "Shape.orderBy(String,String,String)",
                (q, t) -> q.orderBy(t[0], t[1], t[2]),
                name(0, "name"),
                word(1, "desc"),
                word(2, "last"));
        attacks.onBoth(NAME, "Shape.orderByDesc(String)#0", (q, s) -> q.orderByDesc(s));
        attacks.onBoth(NAME, "Shape.latest(String)#0", (q, s) -> q.latest(s));
        attacks.onBoth(NAME, "Shape.oldest(String)#0", (q, s) -> q.oldest(s));
        attacks.onBoth(
                "Shape.reorder(String,String)", (q, t) -> q.reorder(t[0], t[1]), name(0, "name"), word(1, "desc"));
        attacks.onBoth(
                VALUE,
                "Shape.orderByRaw(String,Object[])#1",
                (q, s) -> q.orderByRaw("case when name = ? then 1 else 0 end", s));
    }

    private static void expressions(Attacks attacks) {
        named(attacks, "Expr.column(String)#0", Expr::column);
        named(attacks, "Expr.lower(String)#0", Expr::lower);
        named(attacks, "Expr.upper(String)#0", Expr::upper);
        named(attacks, "Expr.length(String)#0", Expr::length);
        named(attacks, "Expr.abs(String)#0", Expr::abs);
        named(attacks, "Expr.coalesce(String,Object)#0", s -> Expr.coalesce(s, "x"));
        named(attacks, "Expr.lag(String,int)#0", s -> Expr.lag(s, 1).over(w -> w.orderBy("id")));
        named(attacks, "Expr.lead(String,int)#0", s -> Expr.lead(s, 1).over(w -> w.orderBy("id")));
        named(attacks, "Expr.firstValue(String)#0", s -> Expr.firstValue(s).over(w -> w.orderBy("id")));
        named(attacks, "Expr.lastValue(String)#0", s -> Expr.lastValue(s).over(w -> w.orderBy("id")));
        aggregate(attacks, "Expr.count(String)#0", Expr::count);
        aggregate(attacks, "Expr.countDistinct(String)#0", Expr::countDistinct);
        aggregate(attacks, "Expr.sum(String)#0", Expr::sum);
        aggregate(attacks, "Expr.avg(String)#0", Expr::avg);
        aggregate(attacks, "Expr.min(String)#0", Expr::min);
        aggregate(attacks, "Expr.max(String)#0", Expr::max);
        attacks.onBoth(VALUE, "Expr.coalesce(String,Object)#1", (q, s) -> q.where(Expr.coalesce("name", s), "=", "x"));
        attacks.onBoth(VALUE, "Expr.value(Object)#0", (q, s) -> q.where(Expr.column("name"), "=", Expr.value(s)));
        attacks.onBoth(
                VALUE,
                "Expr.raw(String,Object[])#1",
                (q, s) -> q.where(Expr.raw("case when name = ? then 1 else 0 end", s), "=", 1));
    }

    private static void named(Attacks attacks, String place, Function<String, Selectable> expression) {
        attacks.onBoth(NAME, place, (q, s) -> q.addSelect(expression.apply(s).as("made")));
    }

    private static void aggregate(Attacks attacks, String place, Function<String, Selectable> expression) {
        attacks.onQuery(NAME, place, (q, s) -> q.select(expression.apply(s).as("made")));
    }

    private static void windows(Attacks attacks) {
        named(attacks, "Window.orderBy(String)#0", s -> Expr.rowNumber().over(w -> w.orderBy(s)));
        named(attacks, "Window.orderByDesc(String)#0", s -> Expr.rowNumber().over(w -> w.orderByDesc(s)));
        named(
                attacks,
                "Window.partitionBy(String[])#0",
                s -> Expr.rowNumber().over(w -> w.partitionBy("name", s).orderBy("id")));
    }
}
