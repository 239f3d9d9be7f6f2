package dev.ilana.model;

import dev.ilana.dialect.Grammar;
import dev.ilana.query.BatchMeter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says of each model of a stream whether a new statement begins with it: the last one is full, or has other columns. */
final class BatchStart<M extends Model<M>> implements Predicate<M> {

    private final Grammar grammar;
    private @Nullable M first;
    private @Nullable BatchMeter meter;

    BatchStart(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public boolean test(M model) {
        Attributes attributes = model.attributes();
        long size = BatchMeter.size(attributes.values());
        if (first != null && meter != null && first.attributes().hasSameColumnsAs(attributes)) {
            return meter.startsWith(size);
        }
        first = model;
        meter = new BatchMeter(grammar.maxRows(Inserts.of(model).columns().size()));
        var unused = meter.startsWith(size);
        return true;
    }
}
