package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Query;
import dev.ilana.query.QueryBuilder;
import dev.ilana.testkit.contract.Attack.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Every place of the query API that takes a text: the list that {@code AttacksTest} holds against the API itself. */
final class Attacks {

    private final List<Attack> all = new ArrayList<>();

    private Attacks() {}

    static List<Attack> all() {
        Attacks attacks = new Attacks();
        ConditionAttacks.into(attacks);
        PartAttacks.into(attacks);
        JoinAttacks.into(attacks);
        ShapeAttacks.into(attacks);
        RowAttacks.into(attacks);
        FieldAttacks.into(attacks);
        QueryableAttacks.into(attacks);
        ModelAttacks.into(attacks);
        TableAttacks.into(attacks);
        RelationAttacks.into(attacks);
        PivotAttacks.into(attacks);
        ServiceAttacks.into(attacks);
        StreamAttacks.into(attacks);
        DynamicAttacks.into(attacks);
        return List.copyOf(attacks.all);
    }

    /** A word that every query has: on rows, and on models. */
    void onBoth(Kind kind, String place, BiFunction<QueryBuilder<?>, String, QueryBuilder<?>> word) {
        onRows(kind, place, word);
        all.add(new Attack.Word(place, kind, Victim.VICTIMS::query, word));
    }

    /** A word that takes a column by its name, or a key in its JSON. */
    void onColumn(String place, BiFunction<QueryBuilder<?>, String, QueryBuilder<?>> word) {
        for (Kind kind : List.of(Kind.NAME, Kind.PATH)) {
            onBoth(kind, place, (query, text) -> word.apply(query, Place.in(kind, text)));
        }
    }

    /** A word that every query has and that takes several texts. */
    void onBoth(String method, BiFunction<QueryBuilder<?>, String[], QueryBuilder<?>> word, Place... places) {
        Place.each(
                List.of(places),
                (kind, position, texts) ->
                        onBoth(kind, method + "#" + position, (query, text) -> word.apply(query, texts.apply(text))));
    }

    /** A word that only a query of rows can be tried with. */
    void onRows(Kind kind, String place, BiFunction<QueryBuilder<?>, String, QueryBuilder<?>> word) {
        all.add(new Attack.Word(place, kind, () -> DB.table("victims"), word));
    }

    /** A word of {@link Query} alone. */
    void onQuery(Kind kind, String place, BiFunction<Query, String, QueryBuilder<?>> word) {
        onRows(kind, place, (query, text) -> word.apply((Query) query, text));
    }

    /** A word of {@link Query} alone that takes several texts. */
    void onQuery(String method, BiFunction<Query, String[], QueryBuilder<?>> word, Place... places) {
        Place.each(
                List.of(places),
                (kind, position, texts) ->
                        onQuery(kind, method + "#" + position, (query, text) -> word.apply(query, texts.apply(text))));
    }

    /** A word of {@link ModelQuery} alone. */
    @SuppressWarnings("unchecked") // it starts as one
    void onModels(Kind kind, String place, BiFunction<ModelQuery<Victim>, String, QueryBuilder<?>> word) {
        all.add(new Attack.Word(
                place, kind, Victim.VICTIMS::query, (query, text) -> word.apply((ModelQuery<Victim>) query, text)));
    }

    /** A word of {@link ModelQuery} alone that takes several texts. */
    void onModels(String method, BiFunction<ModelQuery<Victim>, String[], QueryBuilder<?>> word, Place... places) {
        Place.each(
                List.of(places),
                (kind, position, texts) ->
                        onModels(kind, method + "#" + position, (query, text) -> word.apply(query, texts.apply(text))));
    }

    void call(Kind kind, String place, Function<String, Publisher<?>> call) {
        all.add(new Attack.Call(place, kind, call));
    }

    /** A call that takes several texts. */
    void call(String method, Function<String[], Publisher<?>> call, Place... places) {
        Place.each(
                List.of(places),
                (kind, position, texts) -> call(kind, method + "#" + position, text -> call.apply(texts.apply(text))));
    }
}
