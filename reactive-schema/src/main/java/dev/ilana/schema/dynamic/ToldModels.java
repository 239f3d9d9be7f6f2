package dev.ilana.schema.dynamic;

import dev.ilana.error.UnknownModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person tells of models beyond their schema, by their names. */
public final class ToldModels {

    private final Map<String, ToldModel> told = new LinkedHashMap<>();

    ToldModels(List<ModelPlan> plans) {
        plans.forEach(plan -> told.put(plan.name(), new ToldModel(plan)));
    }

    /**
     * The model of that name, to tell more of.
     *
     * @throws UnknownModelException when there is none, naming the nearest
     */
    public ToldModel model(String name) {
        ToldModel model = told.get(name);
        if (model == null) {
            throw new UnknownModelException(name, told.keySet());
        }
        return model;
    }

    ToldModel of(ModelPlan plan) {
        return model(plan.name());
    }
}
