package dev.ilana.relation;

import dev.ilana.model.Model;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a parent has that has no related row: null, or a model made for it. */
final class Default<M extends Model<M>, R extends Model<R>> {

    private @Nullable Function<? super M, ? extends R> maker;

    void is(Function<? super M, ? extends R> newMaker) {
        maker = newMaker;
    }

    /** The first of the related rows, where there is one. */
    @Nullable R orFirst(M parent, List<R> related) {
        if (!related.isEmpty()) {
            return related.get(0);
        }
        return maker == null ? null : maker.apply(parent);
    }
}
