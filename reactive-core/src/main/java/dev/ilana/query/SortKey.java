package dev.ilana.query;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Order.Direction;
import dev.ilana.sql.Order.Nulls;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import org.jspecify.annotations.Nullable;

/**
 * One of the values by which rows are sorted, and which rows come after one of them.
 *
 * @param type how the value is stored; null when only the database knows
 * @param nullable whether it may be null
 */
public record SortKey(Order order, @Nullable SqlType type, boolean nullable) {

    Expression expression() {
        return order.expression();
    }

    private boolean isDescending() {
        return order.direction() == Direction.DESC;
    }

    private boolean hasNullsFirst(Dialect dialect) {
        return order.nulls() == null
                ? dialect.grammar().sortsNullsFirst() != isDescending()
                : order.nulls() == Nulls.FIRST;
    }

    /** An ascending key that is never null. */
    public static SortKey of(Expression expression, @Nullable SqlType type) {
        return new SortKey(new Order(expression, Direction.ASC), type, false);
    }

    SortKey directed(Direction direction) {
        return new SortKey(new Order(expression(), direction, order.nulls()), type, nullable);
    }

    SortKey reversed() {
        Nulls nulls = order.nulls() == null ? null : order.nulls() == Nulls.FIRST ? Nulls.LAST : Nulls.FIRST;
        Direction direction = isDescending() ? Direction.ASC : Direction.DESC;
        return new SortKey(new Order(expression(), direction, nulls), type, nullable);
    }

    /** The rows that have the value. */
    Criterion equal(@Nullable Object value) {
        return value == null
                ? new IsNull(expression(), false)
                : new Comparison(expression(), Operator.EQ, bound(value));
    }

    /** The rows after those that have the value; null when there can be none. */
    @Nullable Criterion after(@Nullable Object value, Dialect dialect) {
        if (value == null) {
            return hasNullsFirst(dialect) ? new IsNull(expression(), true) : null;
        }
        Criterion beyond = new Comparison(expression(), isDescending() ? Operator.LT : Operator.GT, bound(value));
        return nullable && !hasNullsFirst(dialect) ? beyond.or(new IsNull(expression(), false)) : beyond;
    }

    /** The rows that have the value and those after them; null when it takes more than one comparison to say. */
    @Nullable Criterion from(@Nullable Object value) {
        return value == null || nullable
                ? null
                : new Comparison(expression(), isDescending() ? Operator.LE : Operator.GE, bound(value));
    }

    private Value bound(Object value) {
        return type == null ? Value.of(value) : new Value(value, type);
    }

    /** @throws InvalidUsageException where the database sorts such a column otherwise than it compares it */
    @Nullable Object read(Dialect dialect, Row row, int index, RowMetadata metadata) {
        if (!dialect.comparesAsItSorts(metadata.getColumnMetadata(index))) {
            throw new InvalidUsageException(
                    "the column " + metadata.getColumnMetadata(index).getName()
                            + " is sorted by " + dialect.name()
                            + " otherwise than it is compared, so that no window or page could"
                            + " begin behind a value of it: sort by what a function makes of it, such as lower");
        }
        return type == null
                ? dialect.readAny(row, index, metadata.getColumnMetadata(index))
                : dialect.codec(type).read(row, index);
    }
}
