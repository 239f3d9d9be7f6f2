package dev.ilana.schema.generate;

import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.Conversion;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Defaults of a database as values of Java. */
final class ModelLiteral {

    private ModelLiteral() {}

    /** The value as an expression of that class; null where it can't be one without loss. */
    static @Nullable String of(Class<?> type, Object value, Imports imports) {
        Object converted;
        try {
            converted = Conversion.to(type, value, "a default");
        } catch (TypeMismatchException e) {
            // The catalog's text of it is no value of the column.
            return null;
        }
        return converted instanceof BigDecimal
                ? "new " + imports.name(BigDecimal.class) + "(" + JavaLiteral.text(converted.toString()) + ")"
                : JavaLiteral.of(converted);
    }
}
