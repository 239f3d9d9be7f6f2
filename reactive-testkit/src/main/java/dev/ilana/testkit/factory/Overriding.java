package dev.ilana.testkit.factory;

import dev.ilana.model.Assignment;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A value that is set last, whatever the definition and the states say. */
record Overriding<M extends Model<M>>(Column<M, ?> column, Consumer<M> into) {

    static <M extends Model<M>> Overriding<M> of(Assignment<M> assignment) {
        return new Overriding<>(assignment.column(), assignment::into);
    }

    static <M extends Model<M>> Overriding<M> of(ModelTable<M> table, String name, @Nullable Object value) {
        return new Overriding<>(table.column(name), model -> model.setAttribute(name, value));
    }
}
