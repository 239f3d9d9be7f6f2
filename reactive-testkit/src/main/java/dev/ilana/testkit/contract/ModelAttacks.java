package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Place.lookup;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.value;
import static dev.ilana.testkit.contract.Victim.DOC;
import static dev.ilana.testkit.contract.Victim.ID;
import static dev.ilana.testkit.contract.Victim.NAME_OF;
import static dev.ilana.testkit.contract.Victim.PAIR;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import dev.ilana.error.ModelNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What is done with models. */
final class ModelAttacks {

    private ModelAttacks() {}

    static void into(Attacks attacks) {
        queries(attacks);
        writes(attacks);
        models(attacks);
    }

    private static void queries(Attacks attacks) {
        attacks.onModels(VALUE, "ModelConditions.whereKey(Object)#0", (q, s) -> q.whereKey(s));
        attacks.call(VALUE, "ModelQuery.find(Object)#0", s -> VICTIMS.query().find(s));
        attacks.call(
                VALUE,
                "ModelQuery.findOrFail(Object)#0",
                s -> VICTIMS.query().findOrFail(s).onErrorResume(ModelNotFoundException.class, gone -> Mono.empty()));
        attacks.call(
                VALUE, "ModelQuery.findMany(Collection)#0", s -> VICTIMS.query().findMany(List.of("7", s)));
        attacks.onModels(NAME, "ModelReads.select(String[])#0", (q, s) -> q.select("name", s));
        attacks.onModels(NAME, "ModelReads.selectRaw(String,String,Object[])#0", (q, s) -> q.selectRaw(s, "1"));
        attacks.onModels(
                VALUE,
                "ModelReads.selectRaw(String,String,Object[])#2",
                (q, s) -> q.selectRaw("made", "case when name = ? then 1 else 0 end", s));
        attacks.call(
                "ModelWrites.update(Map)",
                t -> VICTIMS.query().where("id", -1).update(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.onModels(NAME, "ModelReads.from(String)#0", (q, s) -> q.from(s));
    }

    /** What a table writes. */
    private static void writes(Attacks attacks) {
        attacks.call(
                "WritableTable.insertGetId(Map)",
                t -> VICTIMS.insertGetId(Map.of(t[0], t[1])),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "WritableTable.insertOrIgnore(List)",
                t -> VICTIMS.insertOrIgnore(List.of(Map.of(t[0], t[1]))),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                LOOKUP,
                "WritableTable.upsert(List,Collection,Collection)#0 key",
                s -> VICTIMS.upsert(List.of(Map.of(s, "x")), List.of("id"), List.of("name")));
        attacks.call(
                VALUE,
                "WritableTable.upsert(List,Collection,Collection)#0 value",
                s -> VICTIMS.upsert(List.of(row(s)), List.of("id"), List.of("name")));
        attacks.call(
                LOOKUP,
                "WritableTable.upsert(List,Collection,Collection)#1",
                s -> VICTIMS.upsert(List.of(row("x")), List.of(s), List.of("name")));
        attacks.call(
                LOOKUP,
                "WritableTable.upsert(List,Collection,Collection)#2",
                s -> VICTIMS.upsert(List.of(row("x")), List.of("id"), List.of(s)));
        attacks.call(VALUE, "WritableTable.bulkDeleteKeys(Collection)#0", s -> VICTIMS.bulkDeleteKeys(List.of(-1L, s)));
    }

    /** A row whose columns have an order, and whose key nothing else has. */
    private static Map<String, Object> row(String name) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", -1 - Math.abs(name.hashCode() / 2));
        row.put("name", name);
        return row;
    }

    private static void models(Attacks attacks) {
        attacks.call(
                LOOKUP, "HasAttributes.getAttribute(String)#0", s -> Mono.justOrEmpty(new Victim().getAttribute(s)));
        attacks.call(
                LOOKUP,
                "HasAttributes.getAttribute(String,Class)#0",
                s -> Mono.justOrEmpty(new Victim().getAttribute(s, String.class)));
        attacks.call(
                "HasAttributes.setAttribute(String,Object)",
                t -> new Victim().setAttribute(t[0], t[1]).save(),
                lookup(0, "name"),
                value(1, "x"));
        attacks.call(
                VALUE,
                "HasAttributes.set(Column,Object)#1",
                s -> new Victim().set(NAME_OF, s).save());
        attacks.call(
                VALUE,
                "HasAttributes.set(Column,Object)#1",
                s -> new Victim().set(DOC, Map.of("x", s)).save());
        attacks.call(
                "HasAttributes.fill(Map)",
                t -> new Victim().fill(Map.of(t[0], t[1])).save(),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "Model.update(Map)",
                t -> new Victim().update(Map.of(t[0], t[1])),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "ModelTable.make(Map)",
                t -> VICTIMS.make(Map.of(t[0], t[1])).save(),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "HasAttributes.forceFill(Map)",
                t -> new Victim().forceFill(Map.of(t[0], t[1])).save(),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(LOOKUP, "HasRelations.getRelation(String)#0", s -> Mono.justOrEmpty(new Victim().getRelation(s)));
        attacks.call(
                LOOKUP,
                "HasRelations.load(String[])#0",
                s -> RelationAttacks.stored().load(s));
        attacks.call(
                LOOKUP,
                "HasRelations.loadMissing(String[])#0",
                s -> RelationAttacks.stored().loadMissing(s));
        attacks.call(LOOKUP, "Model.makeHidden(String[])#0", s -> Mono.just(new Victim().makeHidden(s)));
        attacks.call(LOOKUP, "Model.makeVisible(String[])#0", s -> Mono.just(new Victim().makeVisible(s)));
        attacks.call(LOOKUP, "Model.append(String[])#0", s -> Mono.just(new Victim().append(s)));
        attacks.call(
                VALUE,
                "HasAttributes.set(Composed,Object)#1",
                s -> new Victim().set(PAIR, new Victim.Pair(s, null)).save());
        attacks.onModels(LOOKUP, "ModelConditions.withoutGlobalScope(String)#0", (q, s) -> q.withoutGlobalScope(s));
        attacks.call(
                LOOKUP,
                "Queryable.withoutGlobalScope(String)#0",
                s -> VICTIMS.withoutGlobalScope(s).get());
        attacks.call(VALUE, "Queryable.findBy(Column,Object)#1", s -> VICTIMS.findBy(NAME_OF, s));
        attacks.call(
                "Queryable.findBy(String,Object)", t -> VICTIMS.findBy(t[0], t[1]), name(0, "name"), value(1, "x"));
        attacks.call(
                "WritableTable.create(Map)",
                t -> VICTIMS.create(Map.of(t[0], t[1])),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                LOOKUP,
                "WritableTable.createOrFirst(Map,Map)#0 key",
                s -> VICTIMS.createOrFirst(Map.of(s, "x"), Map.of()));
        attacks.call(
                VALUE,
                "WritableTable.createOrFirst(Map,Map)#0 value",
                s -> VICTIMS.createOrFirst(Map.of("name", s), Map.of()));
        attacks.call(
                LOOKUP,
                "WritableTable.createOrFirst(Map,Map)#1 key",
                s -> VICTIMS.createOrFirst(Map.of("name", "x"), Map.of(s, "x")));
        attacks.call(
                VALUE,
                "WritableTable.createOrFirst(Map,Map)#1 value",
                s -> VICTIMS.createOrFirst(Map.of("number", -1), Map.of("name", s)));
        attacks.call(
                LOOKUP,
                "WritableTable.firstOrCreate(Map,Map)#0 key",
                s -> VICTIMS.firstOrCreate(Map.of(s, "x"), Map.of()));
        attacks.call(
                VALUE,
                "WritableTable.firstOrCreate(Map,Map)#0 value",
                s -> VICTIMS.firstOrCreate(Map.of("name", s), Map.of()));
        attacks.call(
                LOOKUP,
                "WritableTable.firstOrCreate(Map,Map)#1 key",
                s -> VICTIMS.firstOrCreate(Map.of("name", "x"), Map.of(s, "x")));
        attacks.call(
                VALUE,
                "WritableTable.firstOrCreate(Map,Map)#1 value",
                s -> VICTIMS.firstOrCreate(Map.of("number", -1), Map.of("name", s)));
        attacks.call(
                LOOKUP, "WritableTable.firstOrNew(Map,Map)#0 key", s -> VICTIMS.firstOrNew(Map.of(s, "x"), Map.of()));
        attacks.call(
                VALUE,
                "WritableTable.firstOrNew(Map,Map)#0 value",
                s -> VICTIMS.firstOrNew(Map.of("name", s), Map.of()));
        attacks.call(
                LOOKUP,
                "WritableTable.firstOrNew(Map,Map)#1 key",
                s -> VICTIMS.firstOrNew(Map.of("name", "x"), Map.of(s, "x")));
        attacks.call(
                VALUE,
                "WritableTable.firstOrNew(Map,Map)#1 value",
                s -> VICTIMS.firstOrNew(Map.of("number", -1), Map.of("name", s)));
        attacks.call(
                LOOKUP,
                "WritableTable.updateOrCreate(Map,Map)#0 key",
                s -> VICTIMS.updateOrCreate(Map.of(s, "x"), Map.of()));
        attacks.call(
                VALUE,
                "WritableTable.updateOrCreate(Map,Map)#0 value",
                s -> VICTIMS.updateOrCreate(Map.of("name", s), Map.of()));
        attacks.call(
                LOOKUP,
                "WritableTable.updateOrCreate(Map,Map)#1 key",
                s -> VICTIMS.updateOrCreate(Map.of("name", "x"), Map.of(s, "x")));
        attacks.call(
                VALUE,
                "WritableTable.updateOrCreate(Map,Map)#1 value",
                s -> VICTIMS.updateOrCreate(Map.of("number", -1), Map.of("name", s)));
        attacks.call(VALUE, "WritableTable.destroy(Collection)#0", s -> VICTIMS.destroy(List.of(-1L, s)));
        attacks.onModels(VALUE, "Column.stored(Object)#0", (q, s) -> q.whereNot(NAME_OF.eq(s)));
        attacks.call(
                VALUE,
                "Column.to(Object)#0",
                s -> VICTIMS.query().where(ID.eq(-1L)).update(NAME_OF.to(s)));
        attacks.call(
                VALUE,
                "Column.accept(Object)#0",
                s -> VICTIMS.query().where("name", s).get());
        attacks.call(
                VALUE,
                "Column.isOneOf(Collection)#0",
                s -> VICTIMS.query()
                        .constrained(NAME_OF.isOneOf(List.of("x", s)))
                        .get());
    }
}
