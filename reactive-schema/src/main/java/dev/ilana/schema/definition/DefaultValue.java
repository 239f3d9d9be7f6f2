package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;

/** What a column gets when a row brings no value for it. */
public sealed interface DefaultValue {

    /** A value, which the grammar writes as a literal. */
    record Literal(Value value) implements DefaultValue {
        public Literal {
            if (value.value() == null) {
                throw new InvalidUsageException("a null default says nothing; make the column nullable()");
            }
            if (value.type() == SqlType.BINARY) {
                throw new InvalidUsageException("bytes can't be a default; write them with defaultRaw(sql)");
            }
            if ((value.value() instanceof Double number && !Double.isFinite(number))
                    || (value.value() instanceof Float single && !Float.isFinite(single))) {
                throw new InvalidUsageException("a default must be a finite number, not " + value.value());
            }
        }

        /**
         * The default of that value.
         *
         * @throws dev.ilana.error.TypeMismatchException when it is no scalar
         */
        public static Literal of(Object value) {
            return new Literal(Value.of(value));
        }
    }

    /** SQL that the database evaluates for each row; it is written as it stands. */
    record Expression(String sql) implements DefaultValue {}

    /** The time at which the row is written, in the column's own type. */
    record CurrentTime() implements DefaultValue {}
}
