package dev.ilana.testkit.factory;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Model;
import dev.ilana.model.WritableTable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a model is made where nothing else is said, with the numbers of all factories that come of it. */
final class Definition<M extends Model<M>> {

    private final WritableTable<M> table;
    private final Function<? super Fake, ? extends M> maker;
    private final Sequences sequences = new Sequences();
    private final AtomicLong runs = new AtomicLong();

    Definition(WritableTable<M> table, Function<? super Fake, ? extends M> maker) {
        this.table = table;
        this.maker = maker;
    }

    WritableTable<M> table() {
        return table;
    }

    Sequences sequences() {
        return sequences;
    }

    /** How many runs there were with this one. */
    long nextRun() {
        return runs.incrementAndGet();
    }

    M make(Fake fake) {
        return own(maker.apply(fake));
    }

    /** The model, which is this table's and not stored. */
    M own(@Nullable M model) {
        if (model == null) {
            throw new InvalidUsageException(
                    "the factory of " + table.name() + " made no model: a function of it gave null");
        }
        table.requireOwn(model);
        if (model.isStored()) {
            throw new InvalidUsageException(model + " is stored already: a factory makes new models");
        }
        return model;
    }
}
