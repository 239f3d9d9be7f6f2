package dev.ilana.model;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.Expression;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** What a query computes. The databases differ in the types of what they compute, so a result is converted. */
final class Computed<M extends Model<M>, T> extends Field<M, T> {

    private final Expression expression;
    private final Class<?> javaType;
    private final @Nullable Column<?, T> like;

    Computed(Expression expression, Class<T> javaType) {
        super(typeOf(javaType));
        this.expression = expression;
        this.javaType = javaType;
        this.like = null;
    }

    /** An expression whose values are those of the column. */
    Computed(Expression expression, Column<?, T> like) {
        super(like.type());
        this.expression = expression;
        this.javaType = like.type().javaType();
        this.like = like;
    }

    private Computed(Expression expression, Computed<?, T> like) {
        super(like.type());
        this.expression = expression;
        this.javaType = like.javaType;
        this.like = like.like;
    }

    /**
     * How values of that class are stored.
     *
     * @throws InvalidUsageException when it is none that a column can have
     */
    static SqlType typeOf(Class<?> javaType) {
        for (SqlType type : SqlType.values()) {
            if (type.javaType() == javaType && type != SqlType.JSON && type != SqlType.NULL && type != SqlType.OTHER) {
                return type;
            }
        }
        throw new InvalidUsageException("no column has values of " + javaType.getName());
    }

    @Override
    Expression expression() {
        return expression;
    }

    @Override
    void requireComparable() {
        if (like != null) {
            like.requireComparable();
        }
    }

    @Override
    Value bound(T value) {
        return like == null ? new Value(value, type()) : like.bound(value);
    }

    @Override
    @SuppressWarnings("unchecked") // what it was made with
    @Nullable T read(Dialect dialect, Readable row, int index, ColumnMetadata metadata) {
        Object value = dialect.readAny(row, index, metadata);
        if (value == null) {
            return null;
        }
        Object converted = Conversion.computed(javaType, value, "a computed " + type());
        return like == null ? (T) converted : like.fromStored(converted);
    }

    @Override
    boolean isCast() {
        return like != null && like.isCast();
    }

    @Override
    Field<M, T> derived(Expression newExpression) {
        return new Computed<>(newExpression, this);
    }

    @Override
    public String toString() {
        return "a computed " + type();
    }
}
