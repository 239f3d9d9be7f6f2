package dev.ilana.schema.dynamic;

import dev.ilana.schema.relations.RelationPlan;
import java.util.List;

/**
 * A model as a source describes it, before it is a table.
 *
 * @param table its table's name, with the schema where it has one
 * @param key the names of its key's fields; none for a table without one
 */
record ModelPlan(String name, String table, List<FieldPlan> fields, List<String> key, List<RelationPlan> relations) {

    ModelPlan {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        relations = List.copyOf(relations);
    }

    List<String> fieldNames() {
        return fields.stream().map(FieldPlan::name).toList();
    }
}
