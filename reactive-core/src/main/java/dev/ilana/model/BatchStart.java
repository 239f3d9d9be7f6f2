package dev.ilana.model;

import dev.ilana.dialect.Grammar;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says of each model of a stream whether a new statement begins with it: the last one is full, or has other columns. */
final class BatchStart<M extends Model<M>> implements Predicate<M> {

    private final Grammar grammar;
    private @Nullable M first;
    private int left;

    BatchStart(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public boolean test(M model) {
        boolean starts = first == null || left == 0 || !first.attributes().hasSameColumnsAs(model.attributes());
        if (starts) {
            first = model;
            left = grammar.maxRows(Inserts.of(model).columns().size());
        }
        left--;
        return starts;
    }
}
