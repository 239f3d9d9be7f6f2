package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.PATH;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.value;

import dev.ilana.DB;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.query.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The front door, and what is done with a query of rows. */
final class RowAttacks {

    private RowAttacks() {}

    static void into(Attacks attacks) {
        frontDoor(attacks);
        reads(attacks);
        aggregates(attacks);
        inserts(attacks);
        writes(attacks);
    }

    private static Query victims() {
        return DB.table("victims");
    }

    private static void frontDoor(Attacks attacks) {
        attacks.call(NAME, "DB.table(String)#0", s -> DB.table(s).get());
        attacks.call(
                NAME, "DB.table(Subquery,String)#1", s -> DB.table(victims(), s).get());
        attacks.call(NAME, "Query.table(String)#0", s -> Query.table(s).get());
        attacks.call(
                NAME,
                "Query.table(Subquery,String)#1",
                s -> Query.table(victims(), s).get());
        attacks.call(NAME, "Query.from(String)#0", s -> victims().from(s).get());
        attacks.call(
                NAME,
                "Query.from(Subquery,String)#1",
                s -> victims().from(victims(), s).get());
        attacks.call(LOOKUP, "DB.model(String)#0", s -> DB.model(s).findAll());
        attacks.call(LOOKUP, "DB.connection(String)#0", s -> Mono.just(DB.connection(s)));
        attacks.call(VALUE, "DB.select(String,Object[])#1", s -> DB.select("select * from victims where name = ?", s));
        attacks.call(VALUE, "Query.raw(String,Object[])#1", s -> Query.raw("select * from victims where name = ?", s));
        attacks.call(
                VALUE, "DB.statement(String,Object[])#1", s -> DB.statement("delete from victims where name = ?", s));
        attacks.call(
                VALUE,
                "Query.statement(String,Object[])#1",
                s -> Query.statement("delete from canary where name = ?", s));
    }

    private static void reads(Attacks attacks) {
        attacks.onQuery(NAME, "Query.select(String[])#0", (q, s) -> q.select("id", s));
        attacks.onQuery(PATH, "Query.select(String[])#0", (q, s) -> q.select("id", "doc->" + s));
        attacks.onQuery(NAME, "Query.addSelect(String[])#0", (q, s) -> q.addSelect(s));
        attacks.onQuery(
                VALUE,
                "Query.selectRaw(String,Object[])#1",
                (q, s) -> q.selectRaw("case when name = ? then 1 else 0 end", s));
        attacks.call(VALUE, "Query.find(Object)#0", s -> named().find(s));
        attacks.call(
                VALUE,
                "Query.findOrFail(Object)#0",
                s -> named().findOrFail(s).onErrorResume(ModelNotFoundException.class, gone -> Mono.empty()));
        attacks.call(VALUE, "Query.findMany(Collection)#0", s -> named().findMany(List.of("x", s)));
        attacks.call(NAME, "Query.value(String)#0", s -> victims().value(s));
        attacks.call(NAME, "Query.soleValue(String)#0", s -> victims().soleValue(s));
        attacks.call(NAME, "Query.pluck(String)#0", s -> victims().pluck(s));
        attacks.call(NAME, "Query.value(String,Class)#0", s -> victims().value(s, String.class));
        attacks.call(NAME, "Query.pluck(String,Class)#0", s -> victims().pluck(s, String.class));
        attacks.call("Query.pluck(String,String)", t -> victims().pluck(t[0], t[1]), name(0, "id"), name(1, "id"));
    }

    /** The names of the canaries as keys: those of the victims are numbers, which no text can be compared with everywhere. */
    private static Query named() {
        return DB.table(DB.table("canary").select("name as id"), "named");
    }

    private static void aggregates(Attacks attacks) {
        attacks.call(NAME, "QueryBuilder.count(String)#0", s -> victims().count(s));
        attacks.call(
                NAME, "QueryBuilder.countDistinct(String)#0", s -> victims().countDistinct(s));
        attacks.call(NAME, "QueryBuilder.sum(String)#0", s -> victims().sum(s));
        attacks.call(NAME, "QueryBuilder.sum(String,Class)#0", s -> victims().sum(s, Long.class));
        attacks.call(NAME, "QueryBuilder.avg(String)#0", s -> victims().avg(s));
        attacks.call(NAME, "QueryBuilder.min(String)#0", s -> victims().min(s));
        attacks.call(NAME, "QueryBuilder.max(String)#0", s -> victims().max(s));
        attacks.call(
                NAME, "QueryBuilder.sum(String)#0", s -> Victim.VICTIMS.query().sum(s));
    }

    private static void inserts(Attacks attacks) {
        attacks.call(
                "Query.insert(Map)",
                t -> victims().insert(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(NAME, "Query.insert(List)#0 key", s -> victims().insert(List.of(Map.of(s, "x"), Map.of(s, "y"))));
        attacks.call(
                VALUE,
                "Query.insert(List)#0 value",
                s -> victims().insert(List.of(Map.of("name", "x"), Map.of("name", s))));
        attacks.call(
                "Query.insertGetId(Map)",
                t -> victims().insertGetId(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "Query.insertGetId(Map,String)",
                t -> victims().insertGetId(Map.of(t[0], t[1]), t[2]),
                name("0 key", "name"),
                value("0 value", "x"),
                name(1, "id"));
        attacks.call(
                "Query.insertOrIgnore(List)",
                t -> victims().insertOrIgnore(List.of(Map.of(t[0], t[1]))),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                NAME,
                "Query.insertUsing(List,Subquery)#0",
                s -> victims().insertUsing(List.of(s), DB.table("canary").select("name")));
        attacks.call(
                NAME,
                "Query.upsert(List,Collection,Collection)#0 key",
                s -> victims().upsert(List.of(row(s)), List.of("id"), List.of(s)));
        attacks.call(
                VALUE,
                "Query.upsert(List,Collection,Collection)#0 value",
                s -> victims()
                        .upsert(
                                List.of(Map.of("id", -1 - Math.abs(s.hashCode() / 2), "name", s)),
                                List.of("id"),
                                List.of("name")));
        attacks.call(
                NAME,
                "Query.upsert(List,Collection,Collection)#1",
                s -> victims().upsert(List.of(row(s)), List.of(s), List.of("id")));
        attacks.call(
                NAME,
                "Query.upsert(List,Collection,Collection)#2",
                s -> victims().upsert(List.of(row(s)), List.of("id"), List.of("number", s)));
        attacks.call(NAME, "Query.bulkInsert(Collection)#0 key", s -> victims().bulkInsert(List.of(Map.of(s, "x"))));
        attacks.call(
                VALUE,
                "Query.bulkInsert(Collection)#0 value",
                s -> victims().bulkInsert(List.of(Map.of("name", "x"), Map.of("name", s))));
    }

    /** A row whose columns have an order, so that its statement has one text. */
    private static Map<String, Object> row(String column) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", -1);
        row.put("number", 1);
        row.put(column, "x");
        return row;
    }

    private static void writes(Attacks attacks) {
        attacks.call(
                "Query.update(Map)",
                t -> victims().where("id", -1).update(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                NAME,
                "Query.updateOrInsert(Map,Map)#0 key",
                s -> victims().updateOrInsert(Map.of(s, "x"), Map.of("number", 1)));
        attacks.call(
                VALUE,
                "Query.updateOrInsert(Map,Map)#0 value",
                s -> victims().updateOrInsert(Map.of("name", s), Map.of("number", 1)));
        attacks.call(
                NAME,
                "Query.updateOrInsert(Map,Map)#1 key",
                s -> victims().updateOrInsert(Map.of("number", -2), Map.of(s, "x")));
        attacks.call(
                VALUE,
                "Query.updateOrInsert(Map,Map)#1 value",
                s -> victims().updateOrInsert(Map.of("number", -3), Map.of("name", s)));
        attacks.call(
                NAME,
                "Query.bulkUpdate(Collection,Collection)#0 key",
                s -> victims().bulkUpdate(List.of(row(s)), List.of("id")));
        attacks.call(
                VALUE,
                "Query.bulkUpdate(Collection,Collection)#0 value",
                s -> victims().bulkUpdate(List.of(Map.of("id", -1, "name", s)), List.of("id")));
        attacks.call(
                NAME,
                "Query.bulkUpdate(Collection,Collection)#1",
                s -> victims().bulkUpdate(List.of(row(s)), List.of(s)));
        attacks.call(
                "Query.bulkDelete(String,Collection)",
                t -> DB.table("canary").bulkDelete(t[0], List.of("x", t[1])),
                name(0, "name"),
                value(1, "x"));
        attacks.call(
                NAME,
                "Query.increment(String)#0",
                s -> victims().where("id", -1).increment(s));
        attacks.call(
                NAME,
                "Query.increment(String,Number)#0",
                s -> victims().where("id", -1).increment(s, 2));
        attacks.call(
                NAME,
                "Query.decrement(String)#0",
                s -> victims().where("id", -1).decrement(s));
        attacks.call(
                NAME,
                "Query.decrement(String,Number)#0",
                s -> victims().where("id", -1).decrement(s, 2));
        attacks.call(
                NAME,
                "Conditions.where(String,Object)#0",
                s -> DB.table("canary").where(s, "x").delete());
        attacks.call(
                VALUE,
                "Conditions.where(String,Object)#1",
                s -> DB.table("canary").where("name", s).delete());
        attacks.call(
                VALUE,
                "Conditions.where(String,Object)#1",
                s -> DB.table("canary").where("name", s).update(Map.of("name", s)));
    }
}
