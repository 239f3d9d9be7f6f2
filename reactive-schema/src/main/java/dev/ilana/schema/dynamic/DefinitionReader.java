package dev.ilana.schema.dynamic;

import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.relations.TableRelations;
import java.util.List;

/** The tables of a definition as models, by the names they have in the database; relations from their foreign keys. */
final class DefinitionReader {

    private final SchemaDefinition schema;
    private final TableRelations relations;

    DefinitionReader(SchemaDefinition schema) {
        this.schema = schema;
        this.relations = TableRelations.of(schema);
    }

    List<ModelPlan> models() {
        return schema.tables().stream().map(this::model).toList();
    }

    private ModelPlan model(TableDefinition table) {
        String name = table.name().toString();
        List<FieldPlan> fields = table.columns().stream()
                .map(column -> new FieldPlan(column.name(), column, Words.of(column.type()), null, false))
                .toList();
        return new ModelPlan(name, name, fields, table.identifier(), relations.of(table.name()));
    }
}
