package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is loaded into every model of a table by itself. */
final class DefaultLoads<M extends Model<M>> {

    private final ModelTable<M> table;
    private final List<String> paths = new ArrayList<>();
    private volatile @Nullable List<EagerLoad<M>> loads;

    DefaultLoads(ModelTable<M> table) {
        this.table = table;
    }

    void add(String... more) {
        paths.addAll(List.of(more));
    }

    List<EagerLoad<M>> all() {
        if (paths.isEmpty()) {
            return List.of();
        }
        List<EagerLoad<M>> current = loads;
        if (current == null) {
            current = table.query().with(paths.toArray(String[]::new)).parts().loads();
            requireEnd(table, new ArrayDeque<>(List.of(table)));
            loads = current;
        }
        return current;
    }

    /** What is loaded by itself, and by itself again with what was loaded, must come to an end. */
    private static void requireEnd(ModelTable<?> table, Deque<ModelTable<?>> way) {
        for (String path : table.defaultLoads().paths) {
            requireEnd(table, path, way);
        }
    }

    private static void requireEnd(ModelTable<?> table, String path, Deque<ModelTable<?>> way) {
        requireEnd(RelationPath.of(table, path), path, way);
    }

    private static <M extends Model<M>> void requireEnd(RelationPath<M> path, String text, Deque<ModelTable<?>> way) {
        for (ModelTable<?> next : path.relation().tables()) {
            if (way.contains(next)) {
                throw new InvalidUsageException("what " + way.getFirst() + " loads by itself never ends: " + text
                        + " leads back to " + next + "; load it by with(...) where it is needed");
            }
            way.addLast(next);
            requireEnd(next, way);
            if (path.below() != null) {
                requireEnd(next, path.below(), way);
            }
            way.removeLast();
        }
    }
}
