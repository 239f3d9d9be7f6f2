package dev.ilana.sql;

/** A part of a date or time, in the time zone of the connection where the operand is a point in time. */
public record DatePart(Part part, Expression operand) implements Expression {

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
    }
}
