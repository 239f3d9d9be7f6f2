package dev.ilana.sql;

import dev.ilana.error.InvalidOperatorException;
import java.util.Locale;

/** A sort key of a query. */
public record Order(Expression expression, Direction direction) {

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
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "asc" -> ASC;
                case "desc" -> DESC;
                default -> throw new InvalidOperatorException(text, "asc, desc");
            };
        }
    }
}
