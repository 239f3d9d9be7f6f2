package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.sql.Value;
import java.math.BigDecimal;

/**
 * The default of a column.
 *
 * @see <a href="https://dbml.dbdiagram.io/docs/#default-value">Default value</a>
 */
final class DbmlDefault {

    private DbmlDefault() {}

    static String of(DefaultValue value, ColumnType type) {
        if (value instanceof Literal literal) {
            return literal(literal.value());
        } else if (value instanceof Expression expression) {
            return DbmlText.expression(expression.sql());
        }
        return DbmlText.expression(now(type));
    }

    /** What is neither a number nor a boolean is a string. A number with a sign is not documented, but an expression. */
    private static String literal(Value value) {
        String text = String.valueOf(value.value());
        if (value.value() instanceof Number) {
            BigDecimal number = new BigDecimal(text);
            return number.signum() < 0 ? DbmlText.expression(number.toPlainString()) : number.toPlainString();
        }
        return value.value() instanceof Boolean ? text : DbmlText.string(text);
    }

    private static String now(ColumnType type) {
        if (type == Plain.DATE) {
            return "current_date";
        }
        return type instanceof Temporal time && time.moment() == Moment.TIME ? "current_time" : "current_timestamp";
    }
}
