package dev.ilana.model;

import dev.ilana.sql.Criterion;

/**
 * A condition on a model's rows. Unlike the chain of a query, {@code a.or(b).and(c)} reads as it is written: {@code (a or
 * b) and c}.
 *
 * @param <M> the model
 */
public final class Condition<M extends Model<M>> {

    private final Criterion criterion;

    Condition(Criterion criterion) {
        this.criterion = criterion;
    }

    public Condition<M> and(Condition<M> other) {
        return new Condition<>(criterion.grouped().and(other.criterion.grouped()));
    }

    public Condition<M> or(Condition<M> other) {
        return new Condition<>(criterion.or(other.criterion));
    }

    public Condition<M> not() {
        return new Condition<>(new Criterion.Not(criterion));
    }

    Criterion criterion() {
        return criterion;
    }
}
