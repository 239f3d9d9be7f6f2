package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Place.lookup;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.value;
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
        attacks.call(
                "RowService.create(Map)",
                t -> rows().create(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "RowService.insert(List)",
                t -> rows().insert(List.of(Map.of(t[0], t[1]))),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(VALUE, "RowService.findById(Object)#0", s -> rows().findById(s));
        attacks.call(
                "RowService.findOne(Map)",
                t -> rows().findOne(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "RowService.findAll(Map)",
                t -> rows().findAll(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "RowService.count(Map)",
                t -> rows().count(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(NAME, "RowService.update(Map,Map)#0 key", s -> rows().update(Map.of(s, "x"), NAMED));
        attacks.call(VALUE, "RowService.update(Map,Map)#0 value", s -> rows().update(Map.of("name", s), NAMED));
        attacks.call(NAME, "RowService.update(Map,Map)#1 key", s -> rows().update(NAMED, Map.of(s, "x")));
        attacks.call(VALUE, "RowService.update(Map,Map)#1 value", s -> rows().update(NAMED, Map.of("name", s)));
        attacks.call(
                "RowService.delete(Map)",
                t -> rows().delete(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "RowService.bulkInsert(Collection)",
                t -> rows().bulkInsert(List.of(Map.of(t[0], t[1]))),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "RowService.bulkUpdate(Collection)",
                t -> rows().bulkUpdate(List.of(row(t[0], t[1]))),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(VALUE, "RowService.bulkDelete(Collection)#0", s -> rows().bulkDelete(List.of(s)));
    }

    private static void ofModels(Attacks attacks) {
        attacks.call(
                "ModelService.create(Map)",
                t -> models().create(Map.of(t[0], t[1])),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "ModelService.insert(Collection)",
                t -> models().insert(List.of(Map.of(t[0], t[1]))),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(VALUE, "ModelService.findById(Object)#0", s -> models().findById(s));
        attacks.call(VALUE, "ModelService.findByIdWith(Object,String[])#0", s -> models().findByIdWith(s, "children"));
        attacks.call(LOOKUP, "ModelService.findByIdWith(Object,String[])#1", s -> models().findByIdWith(7, s));
        attacks.call(
                "ModelService.findOne(Map)",
                t -> models().findOne(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                NAME,
                "ModelService.findOneWith(Map,String[])#0 key",
                s -> models().findOneWith(Map.of(s, "x"), "children"));
        attacks.call(
                VALUE,
                "ModelService.findOneWith(Map,String[])#0 value",
                s -> models().findOneWith(Map.of("name", s), "children"));
        attacks.call(LOOKUP, "ModelService.findOneWith(Map,String[])#1", s -> models().findOneWith(NAMED, s));
        attacks.call(
                "ModelService.findAll(Map)",
                t -> models().findAll(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                NAME,
                "ModelService.findAllWith(Map,String[])#0 key",
                s -> models().findAllWith(Map.of(s, "x"), "children"));
        attacks.call(
                VALUE,
                "ModelService.findAllWith(Map,String[])#0 value",
                s -> models().findAllWith(Map.of("name", s), "children"));
        attacks.call(LOOKUP, "ModelService.findAllWith(Map,String[])#1", s -> models().findAllWith(NAMED, s));
        attacks.call(
                "ModelService.count(Map)",
                t -> models().count(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(NAME, "ModelService.update(Map,Map)#0 key", s -> models().update(Map.of(s, "x"), NAMED));
        attacks.call(VALUE, "ModelService.update(Map,Map)#0 value", s -> models().update(Map.of("name", s), NAMED));
        attacks.call(NAME, "ModelService.update(Map,Map)#1 key", s -> models().update(NAMED, Map.of(s, "x")));
        attacks.call(VALUE, "ModelService.update(Map,Map)#1 value", s -> models().update(NAMED, Map.of("name", s)));
        attacks.call(
                "ModelService.delete(Map)",
                t -> models().delete(Map.of(t[0], t[1])),
                name("0 key", "name"),
                value("0 value", "x"));
        attacks.call(
                "ModelService.bulkInsert(Collection)",
                t -> models().bulkInsert(List.of(Map.of(t[0], t[1]))),
                lookup("0 key", "name"),
                value("0 value", "x"));
        attacks.call(VALUE, "ModelService.bulkDelete(Collection)#0", s -> models().bulkDelete(List.of("7", s)));
    }
}
