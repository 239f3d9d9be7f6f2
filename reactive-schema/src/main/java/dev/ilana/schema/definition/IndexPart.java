package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import org.jspecify.annotations.Nullable;

/** One of the things that an index sorts by. */
public sealed interface IndexPart {

    boolean descending();

    /** What it sorts by in words, as {@code name(10) descending}. */
    default String words() {
        String text = this instanceof OfColumn column
                ? column.column() + (column.length() == null ? "" : "(" + column.length() + ")")
                : ((OfExpression) this).sql();
        return descending() ? text + " descending" : text;
    }

    /**
     * A column.
     *
     * @param length how many of its first characters or bytes; null for all of it
     * @param operatorClass how it is compared, as {@code gin_trgm_ops}; null for the type's own way
     */
    record OfColumn(
            String column,
            boolean descending,
            @Nullable Integer length,
            @Nullable String operatorClass) implements IndexPart {
        public OfColumn {
            Names.check(column);
            if (operatorClass != null) {
                Names.check(operatorClass);
            }
            if (length != null && length < 1) {
                throw new InvalidUsageException("an index takes at least 1 character of a column, not " + length);
            }
        }
    }

    /** What this SQL makes of the row; it is written as it stands. */
    record OfExpression(String sql, boolean descending) implements IndexPart {
        public OfExpression {
            if (sql.isBlank()) {
                throw new InvalidUsageException("an index needs an expression to sort by");
            }
        }
    }

    /** All of a column, in ascending order. */
    static IndexPart column(String name) {
        return new OfColumn(name, false, null, null);
    }

    static IndexPart expression(String sql) {
        return new OfExpression(sql, false);
    }
}
