package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.PATH;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Attack.Kind.WORD;
import static dev.ilana.testkit.contract.Victim.CHILDREN;
import static dev.ilana.testkit.contract.Victim.DOC;
import static dev.ilana.testkit.contract.Victim.FRIENDS;
import static dev.ilana.testkit.contract.Victim.ID;
import static dev.ilana.testkit.contract.Victim.NAME_OF;
import static dev.ilana.testkit.contract.Victim.PAIR;
import static dev.ilana.testkit.contract.Victim.PARENT_ID;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.cast.EncryptionKeys;
import dev.ilana.cast.UuidCast;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.model.Column;
import dev.ilana.model.Condition;
import dev.ilana.model.Relation;
import dev.ilana.query.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tables, columns, and what is done with models. */
final class ModelAttacks {

    private ModelAttacks() {}

    static void into(Attacks attacks) {
        fields(attacks);
        queries(attacks);
        writes(attacks);
        shortcuts(attacks);
        moreShortcuts(attacks);
        models(attacks);
        columns(attacks);
        relations(attacks);
    }

    private static void fields(Attacks attacks) {
        field(attacks, "eq(Object)#0", NAME_OF::eq);
        field(attacks, "ne(Object)#0", NAME_OF::ne);
        field(attacks, "lt(Object)#0", NAME_OF::lt);
        field(attacks, "le(Object)#0", NAME_OF::le);
        field(attacks, "gt(Object)#0", NAME_OF::gt);
        field(attacks, "ge(Object)#0", NAME_OF::ge);
        field(attacks, "like(String)#0", NAME_OF::like);
        field(attacks, "notLike(String)#0", NAME_OF::notLike);
        field(attacks, "ilike(String)#0", NAME_OF::ilike);
        field(attacks, "notIlike(String)#0", NAME_OF::notIlike);
        field(attacks, "in(Object[])#0", s -> NAME_OF.in("x", s));
        field(attacks, "notIn(Object[])#0", s -> NAME_OF.notIn("x", s));
        field(attacks, "in(Collection)#0", s -> NAME_OF.in(List.of("x", s)));
        field(attacks, "notIn(Collection)#0", s -> NAME_OF.notIn(List.of("x", s)));
        field(attacks, "between(Object,Object)#0", s -> NAME_OF.between(s, "x"));
        field(attacks, "between(Object,Object)#1", s -> NAME_OF.between("x", s));
        field(attacks, "notBetween(Object,Object)#0", s -> NAME_OF.notBetween(s, "x"));
        field(attacks, "notBetween(Object,Object)#1", s -> NAME_OF.notBetween("x", s));
        field(attacks, "coalesce(Object)#0", s -> NAME_OF.coalesce(s).eq("x"));
        field(attacks, "contains(Object)#0", DOC::contains);
        key(attacks, "containsKey(String[])#0", s -> DOC.containsKey("x", s));
        key(attacks, "path(String[])#0", s -> DOC.path("x", s).eq("x"));
        key(attacks, "path(Class,String[])#1", s -> DOC.path(Long.class, "x", s).isNull());
    }

    private static void field(Attacks attacks, String method, Function<String, Condition<Victim>> condition) {
        attacks.onModels(VALUE, "Field." + method, (q, s) -> q.where(condition.apply(s)));
    }

    private static void key(Attacks attacks, String method, Function<String, Condition<Victim>> condition) {
        attacks.onModels(PATH, "Field." + method, (q, s) -> q.where(condition.apply(s)));
    }

    private static void queries(Attacks attacks) {
        attacks.onModels(WORD, "ModelConditions.has(Relation,String,long)#1", (q, s) -> q.has(CHILDREN, s, 1));
        attacks.onModels(
                LOOKUP,
                "ModelConditions.whereRelation(String,String,String,Object)#0",
                (q, s) -> q.whereRelation(s, "name", "=", "x"));
        attacks.onModels(
                NAME,
                "ModelConditions.whereRelation(String,String,String,Object)#1",
                (q, s) -> q.whereRelation("children", s, "=", "x"));
        attacks.onModels(
                WORD,
                "ModelConditions.whereRelation(String,String,String,Object)#2",
                (q, s) -> q.whereRelation("children", "name", s, "x"));
        attacks.onModels(
                VALUE,
                "ModelConditions.whereRelation(String,String,String,Object)#3",
                (q, s) -> q.whereRelation("children", "name", "=", s));
        attacks.onModels(
                LOOKUP,
                "ModelConditions.orWhereRelation(String,String,String,Object)#0",
                (q, s) -> q.orWhereRelation(s, "name", "=", "x"));
        attacks.onModels(
                NAME,
                "ModelConditions.orWhereRelation(String,String,String,Object)#1",
                (q, s) -> q.orWhereRelation("children", s, "=", "x"));
        attacks.onModels(
                WORD,
                "ModelConditions.orWhereRelation(String,String,String,Object)#2",
                (q, s) -> q.orWhereRelation("children", "name", s, "x"));
        attacks.onModels(
                VALUE,
                "ModelConditions.orWhereRelation(String,String,String,Object)#3",
                (q, s) -> q.orWhereRelation("children", "name", "=", s));
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
                NAME,
                "ModelQuery.update(Map)#0 key",
                s -> VICTIMS.query().where("id", -1).update(Map.of(s, "x")));
        attacks.call(
                VALUE,
                "ModelQuery.update(Map)#0 value",
                s -> VICTIMS.query().where("id", -1).update(Map.of("name", s)));
        attacks.onModels(NAME, "ModelReads.from(String)#0", (q, s) -> q.from(s));
        attacks.onModels(LOOKUP, "ModelReads.with(String[])#0", (q, s) -> q.with(s));
        attacks.onModels(LOOKUP, "ModelReads.with(String[])#0", (q, s) -> q.with("children." + s));
    }

    /** What a table writes. */
    private static void writes(Attacks attacks) {
        attacks.call(LOOKUP, "WritableTable.insertGetId(Map)#0 key", s -> VICTIMS.insertGetId(Map.of(s, "x")));
        attacks.call(VALUE, "WritableTable.insertGetId(Map)#0 value", s -> VICTIMS.insertGetId(Map.of("name", s)));
        attacks.call(
                LOOKUP,
                "WritableTable.insertOrIgnore(List)#0 key",
                s -> VICTIMS.insertOrIgnore(List.of(Map.of(s, "x"))));
        attacks.call(
                VALUE,
                "WritableTable.insertOrIgnore(List)#0 value",
                s -> VICTIMS.insertOrIgnore(List.of(Map.of("name", s))));
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

    /** What a table answers for its query. */
    private static void shortcuts(Attacks attacks) {
        attacks.call(
                NAME,
                "Queryable.where(String,Object)#0",
                s -> VICTIMS.where(s, "x").get());
        attacks.call(
                VALUE,
                "Queryable.where(String,Object)#1",
                s -> VICTIMS.where("name", s).get());
        attacks.call(
                NAME,
                "Queryable.where(String,String,Object)#0",
                s -> VICTIMS.where(s, "<", "x").get());
        attacks.call(
                WORD,
                "Queryable.where(String,String,Object)#1",
                s -> VICTIMS.where("name", s, "x").get());
        attacks.call(
                VALUE,
                "Queryable.where(String,String,Object)#2",
                s -> VICTIMS.where("name", "<", s).get());
        attacks.call(
                NAME,
                "Queryable.whereIn(String,Collection)#0",
                s -> VICTIMS.whereIn(s, List.of("x")).get());
        attacks.call(
                VALUE,
                "Queryable.whereIn(String,Collection)#1",
                s -> VICTIMS.whereIn("name", List.of("x", s)).get());
        attacks.call(
                NAME,
                "Queryable.whereNotIn(String,Collection)#0",
                s -> VICTIMS.whereNotIn(s, List.of("x")).get());
        attacks.call(
                VALUE,
                "Queryable.whereNotIn(String,Collection)#1",
                s -> VICTIMS.whereNotIn("name", List.of("x", s)).get());
        attacks.call(
                NAME,
                "Queryable.whereBetween(String,Object,Object)#0",
                s -> VICTIMS.whereBetween(s, "x", "y").get());
        attacks.call(
                VALUE,
                "Queryable.whereBetween(String,Object,Object)#1",
                s -> VICTIMS.whereBetween("name", s, "y").get());
        attacks.call(
                VALUE,
                "Queryable.whereBetween(String,Object,Object)#2",
                s -> VICTIMS.whereBetween("name", "x", s).get());
        attacks.call(
                NAME,
                "Queryable.whereLike(String,String)#0",
                s -> VICTIMS.whereLike(s, "x").get());
        attacks.call(
                VALUE,
                "Queryable.whereLike(String,String)#1",
                s -> VICTIMS.whereLike("name", s).get());
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
                NAME,
                "Queryable.orderBy(String,String)#0",
                s -> VICTIMS.orderBy(s, "asc").get());
        attacks.call(
                WORD,
                "Queryable.orderBy(String,String)#1",
                s -> VICTIMS.orderBy("name", s).get());
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
                NAME,
                "Queryable.whereColumn(String,String)#0",
                s -> VICTIMS.whereColumn(s, "name").get());
        attacks.call(
                NAME,
                "Queryable.whereColumn(String,String)#1",
                s -> VICTIMS.whereColumn("name", s).get());
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

    private static void models(Attacks attacks) {
        attacks.call(LOOKUP, "Model.getAttribute(String)#0", s -> Mono.justOrEmpty(new Victim().getAttribute(s)));
        attacks.call(
                LOOKUP,
                "Model.getAttribute(String,Class)#0",
                s -> Mono.justOrEmpty(new Victim().getAttribute(s, String.class)));
        attacks.call(
                LOOKUP,
                "Model.setAttribute(String,Object)#0",
                s -> new Victim().setAttribute(s, "x").save());
        attacks.call(
                VALUE,
                "Model.setAttribute(String,Object)#1",
                s -> new Victim().setAttribute("name", s).save());
        attacks.call(
                VALUE,
                "Model.set(Column,Object)#1",
                s -> new Victim().set(NAME_OF, s).save());
        attacks.call(
                VALUE,
                "Model.set(Column,Object)#1",
                s -> new Victim().set(DOC, Map.of("x", s)).save());
        attacks.call(
                LOOKUP,
                "Model.fill(Map)#0 key",
                s -> new Victim().fill(Map.of(s, "x")).save());
        attacks.call(
                VALUE,
                "Model.fill(Map)#0 value",
                s -> new Victim().fill(Map.of("name", s)).save());
        attacks.call(LOOKUP, "Model.update(Map)#0 key", s -> new Victim().update(Map.of(s, "x")));
        attacks.call(VALUE, "Model.update(Map)#0 value", s -> new Victim().update(Map.of("name", s)));
        attacks.call(
                LOOKUP,
                "ModelTable.make(Map)#0 key",
                s -> VICTIMS.make(Map.of(s, "x")).save());
        attacks.call(
                VALUE,
                "ModelTable.make(Map)#0 value",
                s -> VICTIMS.make(Map.of("name", s)).save());
        attacks.call(
                LOOKUP,
                "Model.forceFill(Map)#0 key",
                s -> new Victim().forceFill(Map.of(s, "x")).save());
        attacks.call(
                VALUE,
                "Model.forceFill(Map)#0 value",
                s -> new Victim().forceFill(Map.of("name", s)).save());
        attacks.call(LOOKUP, "Model.getRelation(String)#0", s -> Mono.justOrEmpty(new Victim().getRelation(s)));
        attacks.call(LOOKUP, "Model.load(String[])#0", s -> stored().load(s));
        attacks.call(LOOKUP, "Model.loadMissing(String[])#0", s -> stored().loadMissing(s));
        attacks.call(LOOKUP, "Model.makeHidden(String[])#0", s -> Mono.just(new Victim().makeHidden(s)));
        attacks.call(LOOKUP, "Model.makeVisible(String[])#0", s -> Mono.just(new Victim().makeVisible(s)));
        attacks.call(LOOKUP, "Model.append(String[])#0", s -> Mono.just(new Victim().append(s)));
        attacks.call(
                VALUE,
                "Model.set(Composed,Object)#1",
                s -> new Victim().set(PAIR, new Victim.Pair(s, null)).save());
        attacks.onModels(LOOKUP, "ModelConditions.withoutGlobalScope(String)#0", (q, s) -> q.withoutGlobalScope(s));
        attacks.call(
                LOOKUP,
                "Queryable.withoutGlobalScope(String)#0",
                s -> VICTIMS.withoutGlobalScope(s).get());
        attacks.call(VALUE, "Queryable.findBy(Column,Object)#1", s -> VICTIMS.findBy(NAME_OF, s));
        attacks.call(NAME, "Queryable.findBy(String,Object)#0", s -> VICTIMS.findBy(s, "x"));
        attacks.call(VALUE, "Queryable.findBy(String,Object)#1", s -> VICTIMS.findBy("name", s));
        attacks.call(LOOKUP, "WritableTable.create(Map)#0 key", s -> VICTIMS.create(Map.of(s, "x")));
        attacks.call(VALUE, "WritableTable.create(Map)#0 value", s -> VICTIMS.create(Map.of("name", s)));
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
        attacks.call(
                LOOKUP,
                "RelationQuery.create(Map)#0 key",
                s -> CHILDREN.of(stored()).create(Map.of(s, "x")));
        attacks.call(
                VALUE,
                "RelationQuery.create(Map)#0 value",
                s -> CHILDREN.of(stored()).create(Map.of("name", s)));
        attacks.call(
                VALUE,
                "PivotQuery.attach(Collection)#0",
                s -> FRIENDS.of(stored()).attach(List.of(s)));
        attacks.call(
                VALUE,
                "PivotQuery.detach(Collection)#0",
                s -> FRIENDS.of(stored()).detach(List.of("7", s)));
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

    /** A model that only its key is known of. */
    private static Victim stored() {
        return new Victim().set(ID, -1L);
    }

    /** Declarations, each of a table that is then read. */
    private static void columns(Attacks attacks) {
        attacks.call(NAME, "Table.of(String,Supplier)#0", s -> {
            Table<Victim> table = Table.of(s, Victim::new);
            var unused = table.id();
            return table.query().get();
        });
        attacks.call(NAME, "ModelTable.id(String)#0", s -> {
            Table<Victim> table = Table.of("victims", Victim::new);
            var unused = table.id(s);
            return table.query().get();
        });
        column(attacks, "string(String)#0", Table::string);
        column(attacks, "smallInteger(String)#0", Table::smallInteger);
        column(attacks, "integer(String)#0", Table::integer);
        column(attacks, "bigInteger(String)#0", Table::bigInteger);
        column(attacks, "foreignId(String)#0", Table::foreignId);
        column(attacks, "decimal(String)#0", Table::decimal);
        column(attacks, "real(String)#0", Table::real);
        column(attacks, "doublePrecision(String)#0", Table::doublePrecision);
        column(attacks, "bool(String)#0", Table::bool);
        column(attacks, "date(String)#0", Table::date);
        column(attacks, "time(String)#0", Table::time);
        column(attacks, "dateTime(String)#0", Table::dateTime);
        column(attacks, "timestamp(String)#0", Table::timestamp);
        column(attacks, "uuid(String)#0", Table::uuid);
        column(attacks, "binary(String)#0", Table::binary);
        castColumn(attacks, "json(String,Class)#0", (table, s) -> table.json(s, Map.class));
        castColumn(
                attacks,
                "json(String,TypeReference)#0",
                (table, s) -> table.json(s, new TypeReference<List<String>>() {}));
        castColumn(attacks, "array(String,Class)#0", (table, s) -> table.array(s, String.class));
        castColumn(attacks, "enumeration(String,Class)#0", (table, s) -> table.enumeration(s, Attack.Kind.class));
        castColumn(
                attacks,
                "enumeration(String,Class,Function)#0",
                (table, s) -> table.enumeration(s, Attack.Kind.class, Enum::ordinal));
        castColumn(attacks, "money(String,String)#0", (table, s) -> table.money(s, "EUR"));
        castColumn(attacks, "duration(String)#0", Table::duration);
        castColumn(attacks, "offsetDateTime(String)#0", Table::offsetDateTime);
        castColumn(attacks, "encrypted(String,Supplier)#0", (table, s) -> table.encrypted(s, ModelAttacks::noKeys));
        castColumn(
                attacks,
                "encrypted(String,Cast,Supplier)#0",
                (table, s) -> table.encrypted(s, UuidCast.text(), ModelAttacks::noKeys));
        column(attacks, "version(String)#0", Table::version);
        attacks.call(NAME, "Table.softDeletes(String)#0", s -> declared(table -> table.softDeletes(s)));
        attacks.call(NAME, "Table.timestamps(String,String)#0", s -> declared(table -> table.timestamps(s, "x")));
        attacks.call(NAME, "Table.timestamps(String,String)#1", s -> declared(table -> table.timestamps("x", s)));
        attacks.call(LOOKUP, "ModelTable.column(String)#0", s -> Mono.just(VICTIMS.column(s)));
        attacks.call(LOOKUP, "ModelTable.relation(String)#0", s -> Mono.just(VICTIMS.relation(s)));
    }

    private static EncryptionKeys noKeys() {
        throw new IllegalStateException("nothing is encrypted here");
    }

    private static Publisher<?> declared(UnaryOperator<Table<Victim>> declaration) {
        Table<Victim> table = declaration.apply(Table.of("victims", Victim::new));
        var unused = table.id();
        return table.query().get();
    }

    private static void column(
            Attacks attacks, String method, BiFunction<Table<Victim>, String, Column<Victim, ?>> declaration) {
        columnOf("ModelTable.", attacks, method, declaration);
    }

    private static void castColumn(
            Attacks attacks, String method, BiFunction<Table<Victim>, String, Column<Victim, ?>> declaration) {
        columnOf("CastColumns.", attacks, method, declaration);
    }

    private static void columnOf(
            String type,
            Attacks attacks,
            String method,
            BiFunction<Table<Victim>, String, Column<Victim, ?>> declaration) {
        attacks.call(NAME, type + method, s -> {
            Table<Victim> table = Table.of("victims", Victim::new);
            var id = table.id();
            return table.query()
                    .orderBy(declaration.apply(table, s))
                    .whereNull(id)
                    .get();
        });
    }

    private static void relations(Attacks attacks) {
        attacks.call(NAME, "Table.hasMany(String,Supplier)#0", s -> counted(t -> t.hasMany(s, () -> PARENT_ID)));
        attacks.call(NAME, "Table.hasOne(String,Supplier)#0", s -> counted(t -> t.hasOne(s, () -> PARENT_ID)));
        attacks.call(
                NAME,
                "Table.belongsTo(String,Column,Supplier)#0",
                s -> counted(t -> t.belongsTo(s, t.foreignId("parent_id"), () -> VICTIMS)));
        attacks.call(
                NAME,
                "Table.belongsToMany(String,String,Supplier)#0",
                s -> counted(t -> t.belongsToMany(s, "friends", () -> VICTIMS)));
        attacks.call(
                NAME,
                "Table.belongsToMany(String,String,Supplier)#1",
                s -> counted(t -> t.belongsToMany("related", s, () -> VICTIMS)));
        attacks.call(
                NAME,
                "Table.belongsToMany(String,String,String,String,Supplier)#0",
                s -> counted(t -> t.belongsToMany(s, "friends", "victim_id", "friend_id", () -> VICTIMS)));
        attacks.call(
                NAME,
                "Table.belongsToMany(String,String,String,String,Supplier)#1",
                s -> counted(t -> t.belongsToMany("related", s, "victim_id", "friend_id", () -> VICTIMS)));
        attacks.call(
                NAME,
                "Table.belongsToMany(String,String,String,String,Supplier)#2",
                s -> counted(t -> t.belongsToMany("related", "friends", s, "friend_id", () -> VICTIMS)));
        attacks.call(
                NAME,
                "Table.belongsToMany(String,String,String,String,Supplier)#3",
                s -> counted(t -> t.belongsToMany("related", "friends", "victim_id", s, () -> VICTIMS)));
    }

    private static Publisher<?> counted(Function<Table<Victim>, Relation<Victim, Victim, ?>> declaration) {
        Table<Victim> table = Table.of("victims", Victim::new);
        var id = table.id();
        return table.query().withCount(declaration.apply(table)).whereNull(id).get();
    }
}
