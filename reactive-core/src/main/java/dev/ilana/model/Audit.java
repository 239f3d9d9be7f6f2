package dev.ilana.model;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** A column whose value comes from the Context of a write. */
record Audit<M extends Model<M>>(BiConsumer<M, ContextView> set, boolean onUpdate) {

    static <M extends Model<M>, T> Audit<M> of(
            Column<M, T> column, Function<ContextView, ? extends @Nullable T> value, boolean onUpdate) {
        return new Audit<>(
                (model, context) -> {
                    T found = value.apply(context);
                    // A Context that says nothing leaves what is there.
                    if (found != null) {
                        model.set(column, found);
                    }
                },
                onUpdate);
    }
}
