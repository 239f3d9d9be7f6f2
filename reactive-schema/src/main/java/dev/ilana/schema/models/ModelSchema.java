package dev.ilana.schema.models;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.ModelTable;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.SchemaSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of models. A model says which columns its table has, what they are at least, its keys and indexes, and by {@code
 * belongsTo} its foreign keys. Of all else it says nothing, and that stays as it is: wider columns, other indexes, checks,
 * comments, what happens when a row goes. A column that it does not declare is one too many.
 *
 * <pre>{@code
 * SchemaRegistry.on(database).register(ModelSchema.of(User.USERS, Post.POSTS)).ensure()
 * }</pre>
 */
public final class ModelSchema implements SchemaSource {

    private static final String EVERY = "";

    private final List<ModelTable<?>> models;
    private final String environment;
    private final Map<QualifiedName, List<IndexDefinition>> indexes;

    private ModelSchema(
            List<ModelTable<?>> models, String environment, Map<QualifiedName, List<IndexDefinition>> indexes) {
        this.models = models;
        this.environment = environment;
        this.indexes = indexes;
    }

    /**
     * The tables of these models, with the indexes that are declared for every environment, and those between them that no
     * model is kept for: two keys, and times where the relation keeps them. One with other columns is left as it is, as nobody
     * tells their types; make a model of it, or a migration.
     *
     * @throws InvalidUsageException when two models have one table: which of them says what it is to be?
     */
    public static ModelSchema of(ModelTable<?>... models) {
        Map<QualifiedName, ModelTable<?>> byName = new HashMap<>();
        for (ModelTable<?> model : models) {
            QualifiedName name = TableOfModel.name(model.tableName());
            ModelTable<?> other = byName.putIfAbsent(name, model);
            if (other != null) {
                throw new InvalidUsageException("table \"" + name + "\" is that of two models, " + other.modelName()
                        + " and " + model.modelName());
            }
        }
        return new ModelSchema(List.of(models), EVERY, Map.of());
    }

    /** With the indexes that are declared for that environment, too. */
    public ModelSchema inEnvironment(String name) {
        return new ModelSchema(models, name, indexes);
    }

    /**
     * With an index that its model does not declare.
     *
     * @throws InvalidUsageException when the model is none of these
     */
    public ModelSchema withIndex(ModelTable<?> model, IndexDefinition index) {
        if (!models.contains(model)) {
            throw new InvalidUsageException("table " + model + " is none of these models', which are " + models);
        }
        QualifiedName name = TableOfModel.name(model.tableName());
        Map<QualifiedName, List<IndexDefinition>> all = new LinkedHashMap<>(indexes);
        List<IndexDefinition> ofTable = new ArrayList<>(all.getOrDefault(name, List.of()));
        ofTable.add(index);
        all.put(name, ofTable);
        return new ModelSchema(models, environment, all);
    }

    @Override
    public SchemaDefinition wantedOf(SchemaDefinition present) {
        List<TableDefinition> tables = new ArrayList<>();
        for (ModelTable<?> model : models) {
            QualifiedName name = TableOfModel.name(model.tableName());
            tables.add(new TableOfModel(model, environment, indexes.getOrDefault(name, List.of()))
                    .definition(present.table(name).orElse(null)));
        }
        SchemaDefinition ofModels = present.withTables(tables);
        tables.addAll(new PivotTables(ofModels, present).of(models));
        return present.withTables(tables);
    }

    /** A table between models, that no model is kept for. */
    @Override
    public boolean onlyImplies(QualifiedName table) {
        return models.stream()
                .noneMatch(model -> TableOfModel.name(model.tableName()).equals(table));
    }
}
