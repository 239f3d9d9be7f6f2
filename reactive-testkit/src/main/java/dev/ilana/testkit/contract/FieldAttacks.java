package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.PATH;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Victim.DOC;
import static dev.ilana.testkit.contract.Victim.NAME_OF;

import dev.ilana.model.Condition;
import java.util.List;
import java.util.function.Function;

/** The conditions of columns. */
final class FieldAttacks {

    private FieldAttacks() {}

    static void into(Attacks attacks) {
        fields(attacks);
    }

    private static void fields(Attacks attacks) {
        field(attacks, "FieldConditions.eq(Object)#0", NAME_OF::eq);
        field(attacks, "FieldConditions.ne(Object)#0", NAME_OF::ne);
        field(attacks, "FieldConditions.lt(Object)#0", NAME_OF::lt);
        field(attacks, "FieldConditions.le(Object)#0", NAME_OF::le);
        field(attacks, "FieldConditions.gt(Object)#0", NAME_OF::gt);
        field(attacks, "FieldConditions.ge(Object)#0", NAME_OF::ge);
        field(attacks, "FieldConditions.like(String)#0", NAME_OF::like);
        field(attacks, "FieldConditions.notLike(String)#0", NAME_OF::notLike);
        field(attacks, "FieldConditions.ilike(String)#0", NAME_OF::ilike);
        field(attacks, "FieldConditions.notIlike(String)#0", NAME_OF::notIlike);
        field(attacks, "FieldConditions.in(Object[])#0", s -> NAME_OF.in("x", s));
        field(attacks, "FieldConditions.notIn(Object[])#0", s -> NAME_OF.notIn("x", s));
        field(attacks, "FieldConditions.in(Collection)#0", s -> NAME_OF.in(List.of("x", s)));
        field(attacks, "FieldConditions.notIn(Collection)#0", s -> NAME_OF.notIn(List.of("x", s)));
        field(attacks, "FieldConditions.between(Object,Object)#0", s -> NAME_OF.between(s, "x"));
        field(attacks, "FieldConditions.between(Object,Object)#1", s -> NAME_OF.between("x", s));
        field(attacks, "FieldConditions.notBetween(Object,Object)#0", s -> NAME_OF.notBetween(s, "x"));
        field(attacks, "FieldConditions.notBetween(Object,Object)#1", s -> NAME_OF.notBetween("x", s));
        field(attacks, "Field.coalesce(Object)#0", s -> NAME_OF.coalesce(s).eq("x"));
        field(attacks, "Field.contains(Object)#0", DOC::contains);
        key(attacks, "Field.containsKey(String[])#0", s -> DOC.containsKey("x", s));
        key(attacks, "Field.path(String[])#0", s -> DOC.path("x", s).eq("x"));
        key(
                attacks,
                "Field.path(Class,String[])#1",
                s -> DOC.path(Long.class, "x", s).isNull());
    }

    private static void field(Attacks attacks, String place, Function<String, Condition<Victim>> condition) {
        attacks.onModels(VALUE, place, (q, s) -> q.where(condition.apply(s)));
    }

    private static void key(Attacks attacks, String place, Function<String, Condition<Victim>> condition) {
        attacks.onModels(PATH, place, (q, s) -> q.where(condition.apply(s)));
    }
}
