package dev.ilana.query;

import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Expression;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import org.jspecify.annotations.Nullable;

/** Conditions by themselves: those of a join, or on groups. Immutable. */
public final class On extends PartConditions<On> {

    static final On NONE = new On(null);

    private final @Nullable Criterion criterion;

    private On(@Nullable Criterion criterion) {
        this.criterion = criterion;
    }

    /** Rows where the two columns are equal. */
    public On on(String first, String second) {
        return whereColumn(first, "=", second);
    }

    /** Rows where the two columns compare so. */
    public On on(String first, String operator, String second) {
        return whereColumn(first, operator, second);
    }

    public On orOn(String first, String second) {
        return orWhereColumn(first, "=", second);
    }

    public On orOn(String first, String operator, String second) {
        return orWhereColumn(first, operator, second);
    }

    @Override
    protected @Nullable Criterion criterion() {
        return criterion;
    }

    @Override
    protected On withCriterion(@Nullable Criterion newCriterion) {
        return new On(newCriterion);
    }

    @Override
    protected On group() {
        return NONE;
    }

    @Override
    protected boolean hasOnlyConditions() {
        return true;
    }

    @Override
    protected Expression plainColumn(String name) {
        return ColumnRef.parse(name);
    }

    @Override
    protected Value value(String column, Object value) {
        return Value.of(value);
    }

    @Override
    protected @Nullable SqlType plainType(String name) {
        return null;
    }
}
