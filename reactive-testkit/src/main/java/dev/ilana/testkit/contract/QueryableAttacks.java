package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Attack.Kind.WORD;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.value;
import static dev.ilana.testkit.contract.Place.word;
import static dev.ilana.testkit.contract.Victim.CHILDREN;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import dev.ilana.DB;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.query.Query;
import java.util.List;
import reactor.core.publisher.Mono;

/** What a table answers for its query. */
final class QueryableAttacks {

    private QueryableAttacks() {}

    static void into(Attacks attacks) {
        shortcuts(attacks);
        moreShortcuts(attacks);
    }

    /** What a table answers for its query. */
    private static void shortcuts(Attacks attacks) {
        attacks.call(
                "Queryable.where(String,Object)", t -> VICTIMS.where(t[0], t[1]).get(), name(0, "name"), value(1, "x"));
        attacks.call(
                "Queryable.where(String,String,Object)",
                t -> VICTIMS.where(t[0], t[1], t[2]).get(),
                name(0, "name"),
                word(1, "<"),
                value(2, "x"));
        attacks.call(
                "Queryable.whereIn(String,Collection)",
                t -> VICTIMS.whereIn(t[0], List.of("x", t[1])).get(),
                name(0, "name"),
                value(1, "x"));
        attacks.call(
                "Queryable.whereNotIn(String,Collection)",
                t -> VICTIMS.whereNotIn(t[0], List.of("x", t[1])).get(),
                name(0, "name"),
                value(1, "x"));
        attacks.call(
                "Queryable.whereBetween(String,Object,Object)",
                t -> VICTIMS.whereBetween(t[0], t[1], t[2]).get(),
                name(0, "name"),
                value(1, "x"),
                value(2, "y"));
        attacks.call(
                "Queryable.whereLike(String,String)",
                t -> VICTIMS.whereLike(t[0], t[1]).get(),
                name(0, "name"),
                value(1, "x"));
        attacks.call(
                VALUE, "Queryable.whereKey(Object)#0", s -> VICTIMS.whereKey(s).get());
        attacks.call(
                NAME, "Queryable.whereNull(String)#0", s -> VICTIMS.whereNull(s).get());
        attacks.call(
                NAME,
                "Queryable.whereNotNull(String)#0",
                s -> VICTIMS.whereNotNull(s).get());
        attacks.call(
                WORD,
                "Queryable.has(Relation,String,long)#1",
                s -> VICTIMS.has(CHILDREN, s, 1).get());
        attacks.call(
                NAME, "Queryable.orderBy(String)#0", s -> VICTIMS.orderBy(s).get());
        attacks.call(
                "Queryable.orderBy(String,String)",
                t -> VICTIMS.orderBy(t[0], t[1]).get(),
                name(0, "name"),
                word(1, "asc"));
        attacks.call(
                NAME,
                "Queryable.orderByDesc(String)#0",
                s -> VICTIMS.orderByDesc(s).get());
        attacks.call(VALUE, "Queryable.find(Object)#0", VICTIMS::find);
        attacks.call(
                VALUE,
                "Queryable.findOrFail(Object)#0",
                s -> VICTIMS.findOrFail(s).onErrorResume(ModelNotFoundException.class, gone -> Mono.empty()));
        attacks.call(VALUE, "Queryable.findMany(Collection)#0", s -> VICTIMS.findMany(List.of("7", s)));
        attacks.call(LOOKUP, "Queryable.with(String[])#0", s -> VICTIMS.with(s).get());
    }

    private static void moreShortcuts(Attacks attacks) {
        attacks.call(
                NAME,
                "Queryable.addSelect(String,Subquery)#0",
                s -> VICTIMS.addSelect(s, names()).get());
        attacks.call(
                NAME,
                "Queryable.groupBy(String[])#0",
                s -> VICTIMS.groupBy("id", s).get());
        attacks.call(
                NAME,
                "Queryable.join(String,String,String)#0",
                s -> VICTIMS.join(s, "victims.id", "x.id").get());
        attacks.call(
                NAME,
                "Queryable.join(String,String,String)#1",
                s -> VICTIMS.join("canary", s, "canary.id").get());
        attacks.call(
                NAME,
                "Queryable.join(String,String,String)#2",
                s -> VICTIMS.join("canary", "victims.id", s).get());
        attacks.call(
                NAME,
                "Queryable.join(String,UnaryOperator)#0",
                s -> VICTIMS.join(s, on -> on.where("x", 1)).get());
        attacks.call(
                NAME,
                "Queryable.joinSub(Subquery,String,UnaryOperator)#1",
                s -> VICTIMS.joinSub(names(), s, on -> on.where("x", 1)).get());
        attacks.call(
                NAME,
                "Queryable.leftJoin(String,String,String)#0",
                s -> VICTIMS.leftJoin(s, "victims.id", "x.id").get());
        attacks.call(
                NAME,
                "Queryable.leftJoin(String,String,String)#1",
                s -> VICTIMS.leftJoin("canary", s, "canary.id").get());
        attacks.call(
                NAME,
                "Queryable.leftJoin(String,String,String)#2",
                s -> VICTIMS.leftJoin("canary", "victims.id", s).get());
        attacks.call(
                NAME,
                "Queryable.leftJoin(String,UnaryOperator)#0",
                s -> VICTIMS.leftJoin(s, on -> on.where("x", 1)).get());
        attacks.call(
                NAME,
                "Queryable.select(String[])#0",
                s -> VICTIMS.select("name", s).get());
        attacks.call(
                "Queryable.whereColumn(String,String)",
                t -> VICTIMS.whereColumn(t[0], t[1]).get(),
                name(0, "name"),
                name(1, "name"));
        attacks.call(
                NAME,
                "Queryable.whereIn(String,Subquery)#0",
                s -> VICTIMS.whereIn(s, names()).get());
        attacks.call(
                NAME,
                "Queryable.whereNotIn(String,Subquery)#0",
                s -> VICTIMS.whereNotIn(s, names()).get());
        attacks.call(
                VALUE,
                "Queryable.whereRaw(String,Object[])#1",
                s -> VICTIMS.whereRaw("name = ?", s).get());
    }

    private static Query names() {
        return DB.table("canary").select("name").orderBy("id").limit(1);
    }
}
