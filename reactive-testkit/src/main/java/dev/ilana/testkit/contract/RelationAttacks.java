package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Attack.Kind.WORD;
import static dev.ilana.testkit.contract.Victim.CHILDREN;
import static dev.ilana.testkit.contract.Victim.ID;
import static dev.ilana.testkit.contract.Victim.NAME_OF;
import static dev.ilana.testkit.contract.Victim.NUMBER;
import static dev.ilana.testkit.contract.Victim.PARENT_ID;
import static dev.ilana.testkit.contract.Victim.SUBJECT;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import dev.ilana.Table;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.Models;
import dev.ilana.model.Relation;
import dev.ilana.relation.RelationQuery;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Relations: how they are declared, asked by, loaded, and written through. */
final class RelationAttacks {

    private RelationAttacks() {}

    static void into(Attacks attacks) {
        conditions(attacks);
        reads(attacks);
        writes(attacks);
        declarations(attacks);
        morphs(attacks);
        namedModels(attacks);
    }

    private static void conditions(Attacks attacks) {
        String in = "ModelConditions.";
        attacks.onModels(WORD, in + "has(Relation,String,long)#1", (q, s) -> q.has(CHILDREN, s, 1));
        attacks.onModels(WORD, in + "orHas(Relation,String,long)#1", (q, s) -> q.orHas(CHILDREN, s, 1));
        attacks.onModels(
                WORD,
                in + "whereHas(Relation,UnaryOperator,String,long)#2",
                (q, s) -> q.whereHas(CHILDREN, RelationAttacks::all, s, 1));
        attacks.onModels(LOOKUP, in + "has(String)#0", (q, s) -> q.has(s));
        attacks.onModels(LOOKUP, in + "has(String)#0", (q, s) -> q.has("children." + s));
        attacks.onModels(LOOKUP, in + "orHas(String)#0", (q, s) -> q.orHas(s));
        attacks.onModels(LOOKUP, in + "doesntHave(String)#0", (q, s) -> q.doesntHave(s));
        attacks.onModels(LOOKUP, in + "orDoesntHave(String)#0", (q, s) -> q.orDoesntHave(s));
        attacks.onModels(LOOKUP, in + "has(String,String,long)#0", (q, s) -> q.has(s, ">", 1));
        attacks.onModels(WORD, in + "has(String,String,long)#1", (q, s) -> q.has("children.children", s, 1));
        String fitting = "(String,UnaryOperator)#0";
        attacks.onModels(LOOKUP, in + "whereHas" + fitting, (q, s) -> q.<Victim>whereHas(s, RelationAttacks::all));
        attacks.onModels(LOOKUP, in + "orWhereHas" + fitting, (q, s) -> q.<Victim>orWhereHas(s, RelationAttacks::all));
        attacks.onModels(
                LOOKUP, in + "whereDoesntHave" + fitting, (q, s) -> q.<Victim>whereDoesntHave(s, RelationAttacks::all));
        attacks.onModels(
                LOOKUP,
                in + "orWhereDoesntHave" + fitting,
                (q, s) -> q.<Victim>orWhereDoesntHave(s, RelationAttacks::all));
        related(attacks, "whereRelation", ModelQuery::whereRelation);
        related(attacks, "orWhereRelation", ModelQuery::orWhereRelation);
    }

    private static ModelQuery<Victim> all(ModelQuery<Victim> query) {
        return query;
    }

    /** The condition on related rows by name. */
    private interface Related {
        ModelQuery<Victim> on(ModelQuery<Victim> query, String relation, String column, String operator, Object value);
    }

    private static void related(Attacks attacks, String word, Related condition) {
        String place = "ModelConditions." + word + "(String,String,String,Object)#";
        attacks.onModels(LOOKUP, place + 0, (q, s) -> condition.on(q, s, "name", "=", "x"));
        attacks.onModels(NAME, place + 1, (q, s) -> condition.on(q, "children", s, "=", "x"));
        attacks.onModels(WORD, place + 2, (q, s) -> condition.on(q, "children", "name", s, "x"));
        attacks.onModels(VALUE, place + 3, (q, s) -> condition.on(q, "children", "name", "=", s));
    }

    private static void reads(Attacks attacks) {
        String in = "ModelReads.";
        String column = "(String,Relation,Column,UnaryOperator)#0";
        attacks.onModels(LOOKUP, in + "with(String[])#0", (q, s) -> q.with(s));
        attacks.onModels(LOOKUP, in + "withCount(String[])#0", (q, s) -> q.withCount(s));
        attacks.onModels(LOOKUP, in + "with(String[])#0", (q, s) -> q.with("children." + s));
        attacks.onModels(LOOKUP, in + "without(String[])#0", (q, s) -> q.without(s));
        attacks.onModels(LOOKUP, "Relation.loading(String)#0", (q, s) -> q.with(CHILDREN.loading(s)));
        attacks.onModels(
                NAME,
                in + "withCount(String,Relation,UnaryOperator)#0",
                (q, s) -> q.withCount(s, CHILDREN, RelationAttacks::all));
        attacks.onModels(
                NAME,
                in + "withExists(String,Relation,UnaryOperator)#0",
                (q, s) -> q.withExists(s, CHILDREN, RelationAttacks::all));
        attacks.onModels(NAME, in + "withSum" + column, (q, s) -> q.withSum(s, CHILDREN, NUMBER, RelationAttacks::all));
        attacks.onModels(NAME, in + "withAvg" + column, (q, s) -> q.withAvg(s, CHILDREN, NUMBER, RelationAttacks::all));
        attacks.onModels(
                NAME, in + "withMin" + column, (q, s) -> q.withMin(s, CHILDREN, NAME_OF, RelationAttacks::all));
        attacks.onModels(
                NAME, in + "withMax" + column, (q, s) -> q.withMax(s, CHILDREN, NAME_OF, RelationAttacks::all));
        attacks.call(LOOKUP, "Table.alwaysWith(String[])#0", s -> {
            Table<Victim> table = Table.of("victims", Victim::new).alwaysWith(s);
            var unused = table.id();
            return table.query().get();
        });
        attacks.call(LOOKUP, "ModelTable.stored(Map)#0 key", s -> Mono.just(VICTIMS.stored(Map.of(s, "x"))));
        attacks.call(VALUE, "ModelTable.stored(Map)#0 value", s -> Mono.just(VICTIMS.stored(Map.of("name", s))));
    }

    private static void writes(Attacks attacks) {
        attacks.call(LOOKUP, "RelationQuery.create(Map)#0 key", s -> children().create(Map.of(s, "x")));
        attacks.call(VALUE, "RelationQuery.create(Map)#0 value", s -> children().create(Map.of("name", s)));
        attacks.call(
                LOOKUP,
                "RelationQuery.createMany(Collection)#0 key",
                s -> children().createMany(List.of(Map.of(s, "x"))));
        attacks.call(
                VALUE,
                "RelationQuery.createMany(Collection)#0 value",
                s -> children().createMany(List.of(Map.of("name", s))));
        pair(attacks, "firstOrNew", (having, values) -> children().firstOrNew(having, values));
        pair(attacks, "firstOrCreate", (having, values) -> children().firstOrCreate(having, values));
        pair(attacks, "updateOrCreate", (having, values) -> children().updateOrCreate(having, values));
    }

    private static void pair(
            Attacks attacks, String word, BiFunction<Map<String, ?>, Map<String, ?>, Publisher<?>> write) {
        String place = "RelationQuery." + word + "(Map,Map)#";
        attacks.call(LOOKUP, place + "0 key", s -> write.apply(Map.of(s, "x"), Map.of()));
        attacks.call(VALUE, place + "0 value", s -> write.apply(Map.of("name", s), Map.of()));
        attacks.call(LOOKUP, place + "1 key", s -> write.apply(Map.of("number", -1), Map.of(s, "x")));
        attacks.call(VALUE, place + "1 value", s -> write.apply(Map.of("number", -1), Map.of("name", s)));
    }

    /** A model that only its key is known of. */
    static Victim stored() {
        return new Victim().set(ID, -1L);
    }

    private static RelationQuery<Victim> children() {
        return CHILDREN.of(stored());
    }

    private static void declarations(Attacks attacks) {
        declared(attacks, NAME, "hasMany(String,Supplier)#0", (t, s) -> t.hasMany(s, () -> PARENT_ID));
        declared(attacks, NAME, "hasMany(String,Supplier,Key)#0", (t, s) -> t.hasMany(s, () -> PARENT_ID, ID));
        declared(attacks, NAME, "hasOne(String,Supplier)#0", (t, s) -> t.hasOne(s, () -> PARENT_ID));
        declared(attacks, NAME, "hasOne(String,Supplier,Key)#0", (t, s) -> t.hasOne(s, () -> PARENT_ID, ID));
        declared(
                attacks,
                NAME,
                "belongsTo(String,Key,Supplier)#0",
                (t, s) -> t.belongsTo(s, t.foreignId("parent_id"), () -> VICTIMS));
        declared(
                attacks,
                NAME,
                "belongsToBy(String,Key,Supplier)#0",
                (t, s) -> t.belongsToBy(s, t.foreignId("parent_id"), () -> ID));
        declared(
                attacks,
                NAME,
                "hasManyThrough(String,Relation,Supplier)#0",
                (t, s) -> t.hasManyThrough(s, t.hasMany("c", () -> PARENT_ID), () -> CHILDREN));
        declared(
                attacks,
                NAME,
                "hasOneThrough(String,Relation,Supplier)#0",
                (t, s) -> t.hasOneThrough(s, t.hasMany("c", () -> PARENT_ID), () -> CHILDREN));
        declared(
                attacks,
                NAME,
                "belongsToMany(String,String,Supplier)#0",
                (t, s) -> t.belongsToMany(s, "friends", () -> VICTIMS));
        declared(
                attacks,
                NAME,
                "belongsToMany(String,String,Supplier)#1",
                (t, s) -> t.belongsToMany("related", s, () -> VICTIMS));
        pivotTable(
                attacks,
                "belongsToMany(String,String,String,String,Supplier)#",
                (t, s) -> t.belongsToMany(s[0], s[1], s[2], s[3], () -> VICTIMS));
        pivotTable(
                attacks,
                "belongsToMany(String,String,List,List,Supplier)#",
                (t, s) -> t.belongsToMany(s[0], s[1], List.of(s[2]), List.of(s[3]), () -> VICTIMS));
    }

    /** A relation by a pivot table, whose four names are tried in turn. */
    private static void pivotTable(
            Attacks attacks,
            String word,
            BiFunction<Table<Victim>, String[], Relation<Victim, Victim, ?>> declaration) {
        for (int i = 0; i < 4; i++) {
            int place = i;
            declared(attacks, NAME, word + place, (table, s) -> {
                String[] names = {"related", "friends", "victim_id", "friend_id"};
                names[place] = s;
                return declaration.apply(table, names);
            });
        }
    }

    private static void morphs(Attacks attacks) {
        declared(attacks, NAME, "morphMany(String,Supplier)#0", (t, s) -> t.morphMany(s, () -> SUBJECT));
        declared(attacks, NAME, "morphOne(String,Supplier)#0", (t, s) -> t.morphOne(s, () -> SUBJECT));
        declared(attacks, VALUE, "morphAs(String)#0", (t, s) -> t.morphAs(s).morphMany("related", () -> SUBJECT));
        attacks.call(NAME, "Table.morphTo(String,Column,Key,Supplier)#0", s -> {
            Table<Victim> table = Table.of("victims", Victim::new);
            var id = table.id();
            var subject = table.morphTo(s, table.string("name"), id, () -> List.of(VICTIMS));
            return table.query().with(subject).get();
        });
        for (int i = 0; i < 3; i++) {
            int place = i;
            declared(
                    attacks,
                    NAME,
                    "morphToMany(String,String,String,Supplier)#" + place,
                    (t, s) -> t.morphToMany(
                            at(0, place, s, "related"),
                            at(1, place, s, "friends"),
                            at(2, place, s, "victim"),
                            () -> VICTIMS));
            declared(
                    attacks,
                    NAME,
                    "morphedByMany(String,String,String,Supplier)#" + place,
                    (t, s) -> t.morphedByMany(
                            at(0, place, s, "related"),
                            at(1, place, s, "friends"),
                            at(2, place, s, "friend"),
                            () -> VICTIMS));
        }
    }

    private static String at(int place, int attacked, String hostile, String harmless) {
        return place == attacked ? hostile : harmless;
    }

    private static void namedModels(Attacks attacks) {
        String three = "(String,String,String)#";
        declared(attacks, NAME, "hasMany" + three + 0, (t, s) -> t.hasMany(s, "Victim", "parent_id"));
        declared(attacks, LOOKUP, "hasMany" + three + 1, (t, s) -> t.hasMany("related", s, "parent_id"));
        declared(attacks, NAME, "hasMany" + three + 2, (t, s) -> t.hasMany("related", "Victim", s));
        declared(attacks, NAME, "hasOne" + three + 0, (t, s) -> t.hasOne(s, "Victim", "parent_id"));
        declared(attacks, LOOKUP, "hasOne" + three + 1, (t, s) -> t.hasOne("related", s, "parent_id"));
        declared(attacks, NAME, "hasOne" + three + 2, (t, s) -> t.hasOne("related", "Victim", s));
        declared(attacks, NAME, "belongsToMany" + three + 0, (t, s) -> t.belongsToMany(s, "friends", "Victim"));
        declared(attacks, NAME, "belongsToMany" + three + 1, (t, s) -> t.belongsToMany("related", s, "Victim"));
        declared(attacks, LOOKUP, "belongsToMany" + three + 2, (t, s) -> t.belongsToMany("related", "friends", s));
        String to = "belongsTo(String,Key,String)#";
        declared(attacks, NAME, to + 0, (t, s) -> t.belongsTo(s, t.foreignId("parent_id"), "Victim"));
        declared(attacks, LOOKUP, to + 2, (t, s) -> t.belongsTo("related", t.foreignId("parent_id"), s));
    }

    /** A declaration, whose rows are then counted. */
    private static void declared(
            Attacks attacks,
            Attack.Kind kind,
            String word,
            BiFunction<Table<Victim>, String, Relation<Victim, Victim, ?>> declaration) {
        attacks.call(kind, "Table." + word, s -> {
            Models.register(VICTIMS);
            Table<Victim> table = Table.of("victims", Victim::new);
            var id = table.id();
            return table.query()
                    .withCount(declaration.apply(table, s))
                    .whereNull(id)
                    .get();
        });
    }
}
