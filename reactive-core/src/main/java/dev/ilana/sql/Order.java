package dev.ilana.sql;

import dev.ilana.error.InvalidOperatorException;
import org.jspecify.annotations.Nullable;

/** A sort key of a query; where nulls go is the database's to say where it is not said here. */
public record Order(
        Expression expression,
        @Nullable Direction direction,
        @Nullable Nulls nulls) {

    public Order(Expression expression, Direction direction) {
        this(expression, direction, null);
    }

    /** The same order by another expression. */
    public Order by(Expression other) {
        return new Order(other, direction, nulls);
    }

    /** A sort key that a user wrote, which says its direction itself. */
    public static Order raw(Raw sql) {
        return new Order(sql, null, null);
    }

    /** Where nulls go. */
    public enum Nulls {
        FIRST,
        LAST;

        /**
         * The place a user named.
         *
         * @throws InvalidOperatorException when it is neither {@code first} nor {@code last}
         */
        public static Nulls of(String text) {
            return switch (Keywords.lower(text)) {
                case "first" -> FIRST;
                case "last" -> LAST;
                default -> throw new InvalidOperatorException(text, "first, last");
            };
        }
    }

    /** Which way a sort key runs. */
    public enum Direction {
        ASC,
        DESC;

        /**
         * The direction a user named.
         *
         * @throws InvalidOperatorException when it is neither {@code asc} nor {@code desc}
         */
        public static Direction of(String text) {
            return switch (Keywords.lower(text)) {
                case "asc" -> ASC;
                case "desc" -> DESC;
                default -> throw new InvalidOperatorException(text, "asc, desc");
            };
        }
    }
}
