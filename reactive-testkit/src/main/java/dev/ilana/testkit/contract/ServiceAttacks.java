package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import dev.ilana.DB;
import dev.ilana.service.ModelService;
import dev.ilana.service.RowService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The everyday work by service. */
final class ServiceAttacks {

    private static final Map<String, Object> NAMED = Map.of("name", "nobody");

    private ServiceAttacks() {}

    static void into(Attacks attacks) {
        attacks.call(NAME, "DB.service(String)#0", s -> DB.service(s).findAll());
        ofRows(attacks);
        ofModels(attacks);
    }

    private static RowService rows() {
        return DB.service("victims");
    }

    private static ModelService<Victim> models() {
        return DB.service(VICTIMS);
    }

    private static Map<String, Object> row(String column, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", -1);
        row.put(column, value);
        return row;
    }

    private static void ofRows(Attacks attacks) {
        attacks.call(NAME, "RowService.create(Map)#0 key", s -> rows().create(Map.of(s, "x")));
        attacks.call(VALUE, "RowService.create(Map)#0 value", s -> rows().create(Map.of("name", s)));
        attacks.call(NAME, "RowService.insert(List)#0 key", s -> rows().insert(List.of(Map.of(s, "x"))));
        attacks.call(VALUE, "RowService.insert(List)#0 value", s -> rows().insert(List.of(Map.of("name", s))));
        attacks.call(VALUE, "RowService.findById(Object)#0", s -> rows().findById(s));
        attacks.call(NAME, "RowService.findOne(Map)#0 key", s -> rows().findOne(Map.of(s, "x")));
        attacks.call(VALUE, "RowService.findOne(Map)#0 value", s -> rows().findOne(Map.of("name", s)));
        attacks.call(NAME, "RowService.findAll(Map)#0 key", s -> rows().findAll(Map.of(s, "x")));
        attacks.call(VALUE, "RowService.findAll(Map)#0 value", s -> rows().findAll(Map.of("name", s)));
        attacks.call(NAME, "RowService.count(Map)#0 key", s -> rows().count(Map.of(s, "x")));
        attacks.call(VALUE, "RowService.count(Map)#0 value", s -> rows().count(Map.of("name", s)));
        attacks.call(NAME, "RowService.update(Map,Map)#0 key", s -> rows().update(Map.of(s, "x"), NAMED));
        attacks.call(VALUE, "RowService.update(Map,Map)#0 value", s -> rows().update(Map.of("name", s), NAMED));
        attacks.call(NAME, "RowService.update(Map,Map)#1 key", s -> rows().update(NAMED, Map.of(s, "x")));
        attacks.call(VALUE, "RowService.update(Map,Map)#1 value", s -> rows().update(NAMED, Map.of("name", s)));
        attacks.call(NAME, "RowService.delete(Map)#0 key", s -> rows().delete(Map.of(s, "x")));
        attacks.call(VALUE, "RowService.delete(Map)#0 value", s -> rows().delete(Map.of("name", s)));
        attacks.call(NAME, "RowService.bulkInsert(Collection)#0 key", s -> rows().bulkInsert(List.of(Map.of(s, "x"))));
        attacks.call(
                VALUE, "RowService.bulkInsert(Collection)#0 value", s -> rows().bulkInsert(List.of(Map.of("name", s))));
        attacks.call(NAME, "RowService.bulkUpdate(Collection)#0 key", s -> rows().bulkUpdate(List.of(row(s, "x"))));
        attacks.call(
                VALUE, "RowService.bulkUpdate(Collection)#0 value", s -> rows().bulkUpdate(List.of(row("name", s))));
        attacks.call(VALUE, "RowService.bulkDelete(Collection)#0", s -> rows().bulkDelete(List.of(s)));
    }

    private static void ofModels(Attacks attacks) {
        attacks.call(LOOKUP, "ModelService.create(Map)#0 key", s -> models().create(Map.of(s, "x")));
        attacks.call(VALUE, "ModelService.create(Map)#0 value", s -> models().create(Map.of("name", s)));
        attacks.call(LOOKUP, "ModelService.insert(Collection)#0 key", s -> models().insert(List.of(Map.of(s, "x"))));
        attacks.call(
                VALUE, "ModelService.insert(Collection)#0 value", s -> models().insert(List.of(Map.of("name", s))));
        attacks.call(VALUE, "ModelService.findById(Object)#0", s -> models().findById(s));
        attacks.call(VALUE, "ModelService.findByIdWith(Object,String[])#0", s -> models().findByIdWith(s, "children"));
        attacks.call(LOOKUP, "ModelService.findByIdWith(Object,String[])#1", s -> models().findByIdWith(7, s));
        attacks.call(NAME, "ModelService.findOne(Map)#0 key", s -> models().findOne(Map.of(s, "x")));
        attacks.call(VALUE, "ModelService.findOne(Map)#0 value", s -> models().findOne(Map.of("name", s)));
        attacks.call(
                NAME,
                "ModelService.findOneWith(Map,String[])#0 key",
                s -> models().findOneWith(Map.of(s, "x"), "children"));
        attacks.call(
                VALUE,
                "ModelService.findOneWith(Map,String[])#0 value",
                s -> models().findOneWith(Map.of("name", s), "children"));
        attacks.call(LOOKUP, "ModelService.findOneWith(Map,String[])#1", s -> models().findOneWith(NAMED, s));
        attacks.call(NAME, "ModelService.findAll(Map)#0 key", s -> models().findAll(Map.of(s, "x")));
        attacks.call(VALUE, "ModelService.findAll(Map)#0 value", s -> models().findAll(Map.of("name", s)));
        attacks.call(
                NAME,
                "ModelService.findAllWith(Map,String[])#0 key",
                s -> models().findAllWith(Map.of(s, "x"), "children"));
        attacks.call(
                VALUE,
                "ModelService.findAllWith(Map,String[])#0 value",
                s -> models().findAllWith(Map.of("name", s), "children"));
        attacks.call(LOOKUP, "ModelService.findAllWith(Map,String[])#1", s -> models().findAllWith(NAMED, s));
        attacks.call(NAME, "ModelService.count(Map)#0 key", s -> models().count(Map.of(s, "x")));
        attacks.call(VALUE, "ModelService.count(Map)#0 value", s -> models().count(Map.of("name", s)));
        attacks.call(NAME, "ModelService.update(Map,Map)#0 key", s -> models().update(Map.of(s, "x"), NAMED));
        attacks.call(VALUE, "ModelService.update(Map,Map)#0 value", s -> models().update(Map.of("name", s), NAMED));
        attacks.call(NAME, "ModelService.update(Map,Map)#1 key", s -> models().update(NAMED, Map.of(s, "x")));
        attacks.call(VALUE, "ModelService.update(Map,Map)#1 value", s -> models().update(NAMED, Map.of("name", s)));
        attacks.call(NAME, "ModelService.delete(Map)#0 key", s -> models().delete(Map.of(s, "x")));
        attacks.call(VALUE, "ModelService.delete(Map)#0 value", s -> models().delete(Map.of("name", s)));
        attacks.call(
                LOOKUP, "ModelService.bulkInsert(Collection)#0 key", s -> models().bulkInsert(List.of(Map.of(s, "x"))));
        attacks.call(
                VALUE,
                "ModelService.bulkInsert(Collection)#0 value",
                s -> models().bulkInsert(List.of(Map.of("name", s))));
        attacks.call(VALUE, "ModelService.bulkDelete(Collection)#0", s -> models().bulkDelete(List.of("7", s)));
    }
}
