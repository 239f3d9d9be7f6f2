package dev.ilana.model;

import java.time.Instant;
import java.util.function.Function;

/**
 * A column that tells when its row was written.
 *
 * @param value what the column has for a time
 */
record WriteTime<M extends Model<M>, T>(Column<M, T> column, Function<Instant, ? extends T> value) {

    /** Sets it in a new model, where nobody has set another. */
    void create(M model, Instant now) {
        if (model.attributes().isAbsent(column.ordinal())) {
            model.set(column, value.apply(now));
        }
    }

    /** Sets it in a model that is written again, where nobody has set another. */
    void update(M model, Instant now) {
        if (!model.isDirty(column)) {
            model.set(column, value.apply(now));
        }
    }

    /** The model has it, as its row does. */
    void mark(M model, Instant now) {
        model.attributes().markWritten(column.ordinal(), value.apply(now));
    }

    Assignment<M> assignment(Instant now) {
        return column.to(value.apply(now));
    }
}
