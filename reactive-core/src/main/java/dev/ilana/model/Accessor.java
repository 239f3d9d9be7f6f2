package dev.ilana.model;

import dev.ilana.sql.Names;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is computed from the others each time it is asked for, and never stored: a full name of two columns.
 *
 * <p>Declared by {@link ModelTable#accessor} or {@link ModelTable#appended}.
 *
 * @param <M> the model
 * @param <T> what is computed
 */
public final class Accessor<M extends Model<M>, T> implements Attribute<M, T> {

    private final ModelTable<M> table;
    private final String name;
    private final Function<? super M, ? extends @Nullable T> function;
    private final boolean appended;

    Accessor(ModelTable<M> table, String name, Function<? super M, ? extends @Nullable T> function, boolean appended) {
        this.table = table;
        this.name = Names.check(name);
        this.function = function;
        this.appended = appended;
    }

    public String name() {
        return name;
    }

    /** Whether it is in the map and the JSON of every model. */
    public boolean isAppended() {
        return appended;
    }

    @Override
    public @Nullable T valueIn(M model) {
        return function.apply(model);
    }

    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
