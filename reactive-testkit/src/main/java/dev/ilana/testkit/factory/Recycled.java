package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stored models that are pointed at instead of new ones, by their tables. */
record Recycled(Map<ModelTable<?>, List<Model<?>>> byTable) {

    static final Recycled NONE = new Recycled(Map.of());

    Recycled and(List<? extends Model<?>> models) {
        Map<ModelTable<?>, List<Model<?>>> more = new HashMap<>();
        byTable.forEach((table, those) -> more.put(table, new ArrayList<>(those)));
        for (Model<?> model : models) {
            more.computeIfAbsent(model.table(), table -> new ArrayList<>()).add(model);
        }
        return new Recycled(more);
    }

    boolean isEmpty() {
        return byTable.isEmpty();
    }

    /** Those of that table. */
    @SuppressWarnings("unchecked") // a model of a table is that table's kind
    <R extends Model<R>> List<R> of(ModelTable<R> table) {
        return (List<R>) (List<?>) byTable.getOrDefault(table, List.of());
    }
}
