package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Attack.Kind.WORD;
import static dev.ilana.testkit.contract.Victim.FRIENDS;
import static dev.ilana.testkit.contract.Victim.ID;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import dev.ilana.Table;
import dev.ilana.model.ModelQuery;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.PivotQuery;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Relations by a pivot table: what is asked, written and declared of it. */
final class PivotAttacks {

    private static final AtomicLong KEYS = new AtomicLong(-1_000);

    private PivotAttacks() {}

    static void into(Attacks attacks) {
        conditions(attacks);
        writes(attacks);
        writesOfMany(attacks);
        declarations(attacks);
    }

    private static void conditions(Attacks attacks) {
        pivot(attacks, NAME, "wherePivot(String,Object)#0", s -> friends().wherePivot(s, "x"));
        pivot(attacks, VALUE, "wherePivot(String,Object)#1", s -> friends().wherePivot("friend_id", s));
        pivot(
                attacks,
                NAME,
                "wherePivot(String,String,Object)#0",
                s -> friends().wherePivot(s, "=", "x"));
        pivot(
                attacks,
                WORD,
                "wherePivot(String,String,Object)#1",
                s -> friends().wherePivot("friend_id", s, "x"));
        pivot(
                attacks,
                VALUE,
                "wherePivot(String,String,Object)#2",
                s -> friends().wherePivot("friend_id", "=", s));
        pivot(attacks, NAME, "wherePivotIn(String,Collection)#0", s -> friends().wherePivotIn(s, List.of("x")));
        pivot(
                attacks,
                VALUE,
                "wherePivotIn(String,Collection)#1",
                s -> friends().wherePivotIn("friend_id", List.of(s)));
        pivot(
                attacks,
                NAME,
                "wherePivotNotIn(String,Collection)#0",
                s -> friends().wherePivotNotIn(s, List.of("x")));
        pivot(
                attacks,
                VALUE,
                "wherePivotNotIn(String,Collection)#1",
                s -> friends().wherePivotNotIn("friend_id", List.of(s)));
        String between = "wherePivotBetween(String,Object,Object)#";
        pivot(attacks, NAME, between + 0, s -> friends().wherePivotBetween(s, "x", "y"));
        pivot(attacks, VALUE, between + 1, s -> friends().wherePivotBetween("friend_id", s, "y"));
        pivot(attacks, VALUE, between + 2, s -> friends().wherePivotBetween("friend_id", "x", s));
        pivot(attacks, NAME, "wherePivotNull(String)#0", s -> friends().wherePivotNull(s));
        pivot(attacks, NAME, "wherePivotNotNull(String)#0", s -> friends().wherePivotNotNull(s));
        pivot(attacks, NAME, "orderByPivot(String)#0", s -> friends().orderByPivot(s));
        pivot(attacks, NAME, "orderByPivot(String,String)#0", s -> friends().orderByPivot(s, "asc"));
        pivot(attacks, WORD, "orderByPivot(String,String)#1", s -> friends().orderByPivot("friend_id", s));
    }

    private static void pivot(
            Attacks attacks, Attack.Kind kind, String place, Function<String, ModelQuery<Victim>> query) {
        attacks.call(kind, "PivotQuery." + place, s -> query.apply(s).get());
    }

    private static void writes(Attacks attacks) {
        attacks.call(VALUE, "PivotQuery.attach(Collection)#0", s -> friends().attach(List.of(s)));
        attacks.call(VALUE, "PivotQuery.detach(Collection)#0", s -> friends().detach(List.of("7", s)));
        attacks.call(VALUE, "PivotQuery.sync(Collection)#0", s -> friends().sync(List.of(s)));
        attacks.call(
                VALUE,
                "PivotQuery.syncWithoutDetaching(Collection)#0",
                s -> friends().syncWithoutDetaching(List.of(s)));
        attacks.call(VALUE, "PivotQuery.toggle(Collection)#0", s -> friends().toggle(List.of(s)));
        keyed(attacks, "attach(Map)#0", (key, values) -> friends().attach(Map.of(key, values)));
        keyed(attacks, "sync(Map)#0", (key, values) -> {
            PivotQuery<Victim> friends = friends();
            return friends.attach(7L, Map.of()).then(friends.sync(Map.of(key, values)));
        });
        keyed(
                attacks,
                "syncWithoutDetaching(Map)#0",
                (key, values) -> friends().syncWithoutDetaching(Map.of(key, values)));
        attacks.call(VALUE, "PivotQuery.attach(Object,Map)#0", s -> friends().attach(s, Map.of()));
        attribute(attacks, "attach(Object,Map)#1", values -> friends().attach(7L, values));
        attacks.call(
                VALUE,
                "PivotQuery.updateExistingPivot(Object,Map)#0",
                s -> friends().updateExistingPivot(s, Map.of("note", "x")));
        attribute(attacks, "updateExistingPivot(Object,Map)#1", values -> {
            PivotQuery<Victim> friends = friends();
            return friends.attach(7L, Map.of()).then(friends.updateExistingPivot(7L, values));
        });
        attribute(attacks, "save(Model,Map)#1", values -> friends().save(another(), values));
    }

    private static void writesOfMany(Attacks attacks) {
        String word = "BelongsToMany.attachAll(Map,Map)#";
        attacks.call(VALUE, word + "0 value", s -> FRIENDS.attachAll(Map.of(another(), List.of(s)), Map.of()));
        attacks.call(NAME, word + "1 key", s -> FRIENDS.attachAll(Map.of(another(), List.of(7L)), Map.of(s, "x")));
        attacks.call(
                VALUE, word + "1 value", s -> FRIENDS.attachAll(Map.of(another(), List.of(7L)), Map.of("note", s)));
    }

    /** Keys, each with its values in the pivot table. */
    private static void keyed(Attacks attacks, String word, BiFunction<Object, Map<String, ?>, Publisher<?>> write) {
        attacks.call(VALUE, "PivotQuery." + word + " key", s -> write.apply(s, Map.of()));
        attacks.call(NAME, "PivotQuery." + word + " value", s -> write.apply(7L, Map.of(s, "x")));
        attacks.call(VALUE, "PivotQuery." + word + " value", s -> write.apply(7L, Map.of("note", s)));
    }

    private static void attribute(Attacks attacks, String word, Function<Map<String, ?>, Publisher<?>> write) {
        attacks.call(NAME, "PivotQuery." + word + " key", s -> write.apply(Map.of(s, "x")));
        attacks.call(VALUE, "PivotQuery." + word + " value", s -> write.apply(Map.of("note", s)));
    }

    private static void declarations(Attacks attacks) {
        friendship(attacks, NAME, "withPivot(String[])#0", (friends, s) -> friends.withPivot(s));
        friendship(attacks, NAME, "withPivotValue(String,Object)#0", (friends, s) -> friends.withPivotValue(s, "x"));
        friendship(
                attacks, VALUE, "withPivotValue(String,Object)#1", (friends, s) -> friends.withPivotValue("note", s));
        friendship(
                attacks,
                NAME,
                "withPivotValue(String,Supplier)#0",
                (friends, s) -> friends.withPivotValue(s, () -> "x"));
        attacks.call(
                NAME,
                "BelongsToMany.pivot(String,Class)#0",
                s -> friends().where(FRIENDS.pivot(s, String.class).eq("x")).get());
    }

    private static void friendship(
            Attacks attacks,
            Attack.Kind kind,
            String word,
            BiFunction<BelongsToMany<Victim, Victim>, String, BelongsToMany<Victim, Victim>> said) {
        attacks.call(kind, "BelongsToMany." + word, s -> {
            Table<Victim> table = Table.of("victims", Victim::new);
            var unused = table.id();
            BelongsToMany<Victim, Victim> friends =
                    table.belongsToMany("friends", "friends", "victim_id", "friend_id", () -> VICTIMS);
            BelongsToMany<Victim, Victim> asked = said.apply(friends, s);
            // A table that is in use knows where its key is in a model.
            var unusedColumns = table.columns();
            return asked.of(RelationAttacks.stored()).get();
        });
    }

    /** Of another one each time: texts that are tried at once would wait for each other's rows. */
    private static PivotQuery<Victim> friends() {
        return FRIENDS.of(another());
    }

    /** A new model of a key that no other has. */
    private static Victim another() {
        return new Victim().set(ID, KEYS.decrementAndGet());
    }
}
