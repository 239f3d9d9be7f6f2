package dev.ilana.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation to load, and the way on from what it has: {@code posts.comments}.
 *
 * @param below the names of what is to be loaded below it; null for nothing
 */
record RelationPath<M extends Model<M>>(
        Loadable<M, ?> relation, @Nullable String below) {

    /** @throws dev.ilana.error.UnknownRelationException when the table has no relation that the path begins with */
    static <M extends Model<M>> RelationPath<M> of(ModelTable<M> table, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new RelationPath<>(table.relation(path), null)
                : new RelationPath<>(table.relation(path.substring(0, dot)), path.substring(dot + 1));
    }

    static <M extends Model<M>> List<RelationPath<M>> each(ModelTable<M> table, String[] paths) {
        return Arrays.stream(paths).map(path -> of(table, path)).toList();
    }

    static <M extends Model<M>> List<RelationPath<M>> each(Loadable<M, ?>[] relations) {
        return Arrays.stream(relations)
                .map(relation -> new RelationPath<M>(relation, null))
                .toList();
    }

    /** The relation alone. */
    RelationPath<M> first() {
        return below == null ? this : new RelationPath<>(relation, null);
    }

    EagerLoad<M> loading() {
        return relation.loading(below);
    }
}
