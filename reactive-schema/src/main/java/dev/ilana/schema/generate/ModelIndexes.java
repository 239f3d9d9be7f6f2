package dev.ilana.schema.generate;

import dev.ilana.model.TableIndex;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.stream.Collectors;

/** The indexes of a model, as its class declares them: those over columns, for which a model has words. */
record ModelIndexes(ModelClass model, Imports imports) {

    /** Whether the column has no value twice, which is said with the column. */
    static boolean isUnique(TableDefinition table, String column) {
        return table.indexes().stream()
                .anyMatch(index -> !index.isPrimary() && index.isOverColumns() && index.makesUnique(List.of(column)));
    }

    List<ModelConstant> constants() {
        return model.table().indexes().stream()
                .filter(IndexDefinition::isOverColumns)
                .filter(index -> index.kind() == Kind.INDEX
                        || (index.kind() == Kind.UNIQUE && index.columns().size() > 1))
                .filter(index -> !index.columns().equals(model.key()))
                .map(this::constant)
                .toList();
    }

    private ModelConstant constant(IndexDefinition index) {
        String name = index.columns().stream().map(model::column).collect(Collectors.joining("_", "BY_", ""));
        return new ModelConstant(
                "",
                imports.name(TableIndex.class) + "<" + model.name() + ">",
                model.another(name),
                model.over("index", index.columns()).sayIf(index.kind() == Kind.UNIQUE, "unique"));
    }
}
