package dev.ilana.sql;

import dev.ilana.error.InvalidUsageException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a date or time, in the time zone of the connection where the operand is a point in time.
 *
 * @param of what the operand is; null when only the database knows
 */
public record DatePart(
        Part part, Expression operand, @Nullable SqlType of) implements Expression {

    /**
     * The part of something that is named so in messages.
     *
     * @throws InvalidUsageException when it is known to have no such part
     */
    public static DatePart of(Part part, Expression operand, @Nullable SqlType type, String what) {
        if (type != null && !part.isOf(type)) {
            throw new InvalidUsageException(
                    what + " is " + type + ", which has no " + part.name().toLowerCase(Locale.ROOT));
        }
        return new DatePart(part, operand, type);
    }

    /** The parts. A date and a time are of their own types; the others are integers. */
    public enum Part {
        DATE(SqlType.DATE),
        TIME(SqlType.TIME),
        YEAR(SqlType.INTEGER),
        MONTH(SqlType.INTEGER),
        DAY(SqlType.INTEGER),
        HOUR(SqlType.INTEGER);

        private final SqlType type;

        Part(SqlType type) {
            this.type = type;
        }

        /** What the part is a value of. */
        public SqlType type() {
            return type;
        }

        private boolean isOf(SqlType whole) {
            return switch (whole) {
                case DATETIME, INSTANT -> true;
                case TIME -> this == TIME || this == HOUR;
                case DATE -> this != TIME && this != HOUR;
                default -> false;
            };
        }
    }
}
